#include "framework/packs/install_record.h"

#include <filesystem>

#include "framework/files/files.h"
#include "framework/packs/allowed_signers.h"
#include "framework/packs/built_place.h"
#include "framework/toml/toml_reader.h"
#include "framework/toml/toml_writer.h"

namespace facet {

namespace {

std::string was(const InstallRecord& record) {
  return record.principal.empty() ? record.key : record.principal + " (" + record.key + ")";
}

}  // namespace

void BuiltFile::describe(OptionsDescription<BuiltFile>& options) {
  options.add("file", &BuiltFile::file, "its name").required();
  options.add("checksum", &BuiltFile::checksum, "its checksum").required();
}

void InstallRecord::describe(OptionsDescription<InstallRecord>& options) {
  options.add("format", &InstallRecord::format, "the number of the file's format").at_least(1);
  options.add("seal", &InstallRecord::seal, "the checksum of SHA256SUMS").required();
  options.add("principal", &InstallRecord::principal, "who had signed the pack");
  options.add("key", &InstallRecord::key, "the fingerprint of the signer's key");
  options.add("allowed", &InstallRecord::allowed, "what the user allowed")
      .one_of({"", allowed_unsigned, allowed_unknown});
  options.add("built", &InstallRecord::built, "what was built here of its sources");
}

std::string install_record_file(const std::string& folder, const std::string& seal) {
  const std::filesystem::path place = folder;
  const std::string digits = seal.substr(seal.find(':') + 1);
  return place.parent_path() / ("." + place.filename().string() + "-" + digits + ".toml");
}

InstallRecord record_of(const CheckedPack& pack) {
  const PackSigner& signer = pack.signer;
  std::vector<BuiltFile> built;
  for (const auto& [name, checksum] : pack.built.checksums) built.push_back({name, checksum});
  return {file_format,
          pack.seal,
          signer.principal,
          signer.key,
          signer.is_unsigned()  ? allowed_unsigned
          : signer.is_unknown() ? allowed_unknown
                                : "",
          built};
}

void write_install_record(const std::string& folder, const InstallRecord& record) {
  write_text(install_record_file(folder, record.seal),
             write_toml(OptionsDescription<InstallRecord>().write(record)));
}

std::optional<InstallRecord> find_install_record(const std::string& folder,
                                                 const std::string& seal) {
  const std::string file = install_record_file(folder, seal);
  if (!path_exists(file)) return {};
  const Table table = parse_toml(read_text(file), file);
  require_format(table);
  return parse_options<InstallRecord>(table, {}, "", {file, 1, 1});
}

InstallRecord read_install_record(const CheckedPack& pack) {
  if (const auto record = find_install_record(pack.folder, pack.seal)) return *record;
  throw Error(std::string(checksums_file) +
              ": is not the one that was installed: install the pack again");
}

BuiltFiles built_files(const std::string& folder, const InstallRecord& record) {
  BuiltFiles built;
  for (const BuiltFile& file : record.built) built.checksums[file.file] = file.checksum;
  if (!built.checksums.empty()) built.folder = built_folder(folder, built.checksums);
  return built;
}

void require_allowed(const CheckedPack& pack, const InstallRecord& record) {
  const PackSigner& signer = pack.signer;
  if (signer.is_unsigned() && record.allowed != allowed_unsigned)
    throw Error(std::string(signature_file) + ": is missing; the pack was signed by " +
                was(record) + " when it was installed");
  if (!signer.is_unknown()) return;
  if (record.allowed != allowed_unknown || record.key != signer.key)
    throw Error(std::string(signature_file) + ": is by the key " + signer.key + ", " +
                signer.why_not + "; when the pack was installed, it was signed by " + was(record));
}

}  // namespace facet
