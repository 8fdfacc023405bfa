#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facet/options.h"
#include "framework/files/format.h"
#include "framework/packs/checked_pack.h"

namespace facet {

/// What was decided when a pack was installed. It lies beside the folder of the version, in a file
/// whose name has the pack's seal: so it is about these files and no others, and while a version is
/// replaced, the old and the new one have theirs.
struct InstallRecord {
  std::int64_t format = file_format;
  std::string seal;       ///< of the pack (CheckedPack)
  std::string principal;  ///< who had signed it, as the user's list named the signer
  std::string key;        ///< the fingerprint of the signer's key
  std::string allowed;    ///< `unsigned` or `unknown signer`: what the user said may be used

  static void describe(OptionsDescription<InstallRecord>& options);
};

/// The values of InstallRecord::allowed.
inline constexpr const char* allowed_unsigned = "unsigned";
inline constexpr const char* allowed_unknown = "unknown signer";

/// `STORE/NAME/.VERSION-SEAL.toml`, for the version in `folder`.
std::string install_record_file(const std::string& folder, const std::string& seal);

InstallRecord record_of(const CheckedPack& pack);
void write_install_record(const std::string& folder, const InstallRecord& record);

/// Throws Error, without the path of the pack's folder, where the pack may not be used: it is not
/// what was installed, or its signer is not in the user's list and the user did not allow that.
void require_allowed(const CheckedPack& pack);

}  // namespace facet
