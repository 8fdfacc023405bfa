#include "framework/shipping/build_pack.h"

#include <filesystem>
#include <fstream>
#include <set>

#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/packs/pack.h"
#include "framework/packs/pack_checksums.h"
#include "framework/packs/pack_files.h"
#include "framework/shipping/archive_writer.h"
#include "framework/shipping/unfit_plugins.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

void require_outside(const std::string& archive, const std::string& folder) {
  const std::string inside = fs::weakly_canonical(folder).string() + "/";
  if (fs::weakly_canonical(archive).string().starts_with(inside))
    throw Error(archive + ": lies in the pack's own folder, of which it would be a file");
}

PackChecksums checksums_of(const std::string& folder) {
  try {
    return take_checksums(folder);
  } catch (const Error& error) {
    throw Error(folder + "/" + error.what());
  }
}

/// Without its entry, a plugin could not be built from it.
void warn_of_unnamed_sources(const Pack& pack, const std::string& folder) {
  std::set<std::string> named;
  for (const PluginSources& sources : pack.sources)
    named.insert(sources.files.begin(), sources.files.end());
  for (const std::string& file : pack_files(folder))
    if (is_cxx_source(file) && !named.contains(file))
      warn(shown_in(folder, file) +
           ": no [[sources]] of pack.toml names it: no plugin is built of it");
}

/// One lies beside what is being shipped easily, and must not be given away with it.
void require_no_private_keys(const std::string& folder) {
  for (const std::string& file : pack_files(folder)) {
    std::string begin(64, '\0');
    std::ifstream(folder + "/" + file, std::ios::binary).read(begin.data(), 64);
    if (begin.starts_with("-----BEGIN ") && begin.find(" PRIVATE KEY-----") != std::string::npos)
      throw Error(shown_in(folder, file) + ": is a private key, which nobody else should have");
  }
}

void write_sums(const std::string& folder) {
  const std::string file = folder + "/" + checksums_file, signature = folder + "/" + signature_file;
  const std::string text = write_checksums(checksums_of(folder));
  if (path_exists(file) && read_text(file) == text) return;
  if (fs::remove(signature))
    warn(signature + ": removed: files have changed since the pack was signed; sign it again");
  write_text(file, text);
}

}  // namespace

std::string archive_name(const std::string& folder) {
  const Pack pack = read_pack(folder);
  return pack.name + "-" + pack.version + ".facetpack";
}

void build_pack(const std::string& folder, const std::string& archive) {
  const Pack pack = read_pack(folder);
  require_outside(archive, folder);
  require_usable_plugins(folder, pack, folder);
  require_no_private_keys(folder);
  warn_of_unnamed_sources(pack, folder);
  write_sums(folder);
  write_archive(archive, folder, pack_files(folder));
}

}  // namespace facet
