#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/options.h"
#include "framework/files/format.h"
#include "framework/packs/checked_pack.h"

namespace facet {

/// A file that was built when a pack was installed (see built_files.h).
struct BuiltFile {
  std::string file;
  std::string checksum;

  static void describe(OptionsDescription<BuiltFile>& options);
};

/// What was decided when a pack was installed. It lies beside the folder of the version, in a file
/// whose name has the pack's seal: so it is about these files and no others, and while a version is
/// replaced, the old and the new one have theirs.
struct InstallRecord {
  std::int64_t format = file_format;
  std::string seal;       ///< of the pack (CheckedPack)
  std::string principal;  ///< who had signed it, as the user's list named the signer
  std::string key;        ///< the fingerprint of the signer's key
  std::string allowed;    ///< `unsigned` or `unknown signer`: what the user said may be used
  std::vector<BuiltFile> built;

  static void describe(OptionsDescription<InstallRecord>& options);
};

/// The values of InstallRecord::allowed.
inline constexpr const char* allowed_unsigned = "unsigned";
inline constexpr const char* allowed_unknown = "unknown signer";

/// `STORE/NAME/.VERSION-SEAL.toml`, for the version in `folder`.
std::string install_record_file(const std::string& folder, const std::string& seal);

/// Of a pack that is being installed, with the checksums of what was built for it.
InstallRecord record_of(const CheckedPack& pack);
void write_install_record(const std::string& folder, const InstallRecord& record);

/// The one of the version in `folder` whose pack has this seal; nothing where there is none. Throws
/// Error that names its file where it cannot be read.
std::optional<InstallRecord> find_install_record(const std::string& folder,
                                                 const std::string& seal);
/// The one of a pack in the store. Throws Error, without the path of the pack's folder, where there
/// is none: the pack is not what was installed.
InstallRecord read_install_record(const CheckedPack& pack);
/// What was built for the version in `folder`.
BuiltFiles built_files(const std::string& folder, const InstallRecord& record);

/// Throws Error, without the path of the pack's folder, where its signer is not in the user's list
/// and the user did not allow that.
void require_allowed(const CheckedPack& pack, const InstallRecord& record);

}  // namespace facet
