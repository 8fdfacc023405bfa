#include "framework/packs/checked_pack.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "facet/text.h"
#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/packs/pack_files.h"

namespace facet {

namespace {

bool contains(const std::vector<std::string>& files, const std::string& name) {
  return std::binary_search(files.begin(), files.end(), name);
}

void throw_if_any(const std::vector<std::string>& faults, const std::string& shown) {
  std::vector<std::string> lines;
  for (const std::string& fault : faults) lines.push_back(shown_in(shown, fault));
  if (!lines.empty()) throw Error(join(lines, "\n"));
}

/// A file more, a file less.
void require_same_files(const std::vector<std::string>& files, const PackChecksums& checksums,
                        const std::string& shown) {
  std::vector<std::string> faults;
  for (const auto& [name, checksum] : checksums)
    if (!contains(files, name)) faults.push_back(name + ": is missing, though SHA256SUMS has it");
  for (const std::string& name : files)
    if (name != checksums_file && name != signature_file && !checksums.contains(name))
      faults.push_back(name + ": is not in SHA256SUMS");
  throw_if_any(faults, shown);
}

std::string read_file(const std::string& folder, const std::string& name) {
  return read_text(folder + "/" + name);
}

/// Takes the checksums, and gives the key by which they were signed.
std::string check_signature(CheckedPack& pack, const std::vector<std::string>& files) {
  if (!contains(files, checksums_file)) throw Error(std::string(checksums_file) + ": is missing");
  const std::string sums = read_file(pack.folder, checksums_file);
  pack.seal = checksum(sums);
  const std::string key = signing_key(
      sums, contains(files, signature_file) ? read_file(pack.folder, signature_file) : "");
  pack.checksums = parse_checksums(sums);
  if (!pack.checksums.contains(pack_toml))
    throw Error(std::string(checksums_file) + ": does not name pack.toml");
  return key;
}

/// What is parsed is what has the checksum.
std::string checked_toml(const CheckedPack& pack) {
  require_checksum(pack.folder, pack_toml, pack.checksums);
  const std::string text = read_file(pack.folder, pack_toml);
  if (checksum(text) != pack.checksums.at(pack_toml))
    throw Error(std::string(pack_toml) + ": changed while it was read");
  return text;
}

/// Calls `check` and puts `shown` before the file that its Error begins with.
void name_folder(const std::string& shown, const std::function<void()>& check) {
  try {
    check();
  } catch (const OptionsError&) {
    throw;  // names the file as it is shown
  } catch (const Error& error) {
    throw Error(shown_in(shown, error.what()));
  }
}

}  // namespace

CheckedPack check_pack(const std::string& folder, const std::string& shown) {
  CheckedPack pack;
  pack.folder = folder;
  std::vector<std::string> files;
  std::string key;
  name_folder(shown, [&] {
    files = pack_files(folder);
    key = check_signature(pack, files);
  });
  pack.signer = signer_of(key);
  require_same_files(files, pack.checksums, shown);
  name_folder(shown, [&] {
    pack.pack = parse_pack(checked_toml(pack), shown_in(shown, pack_toml));
    require_named_files(pack.pack, files);
  });
  return pack;
}

void check_all_files(const CheckedPack& pack, const std::string& shown) {
  std::vector<std::string> faults;
  for (const auto& [name, checksum] : pack.checksums) {
    try {
      require_checksum(pack.folder, name, pack.checksums);
    } catch (const Error& error) {
      faults.emplace_back(error.what());
    }
  }
  throw_if_any(faults, shown);
}

}  // namespace facet
