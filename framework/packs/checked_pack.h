#pragma once

#include <string>

#include "facet/export.h"
#include "framework/packs/built_files.h"
#include "framework/packs/pack.h"
#include "framework/packs/pack_checksums.h"
#include "framework/packs/pack_signer.h"

namespace facet {

/// A pack whose list of files, pack.toml and signature were checked. Plain data.
struct CheckedPack {
  std::string folder;
  Pack pack;
  PackChecksums checksums;
  std::string seal;  ///< the checksum of SHA256SUMS: two packs with the same have the same files
  PackSigner signer;
  BuiltFiles built;  ///< of a pack that is installed
};

/// Checks the pack in `folder`: that it has the files that its SHA256SUMS names and no other, that
/// its pack.toml is the one whose checksum stands there, and that its signature, if it has one, is
/// of this SHA256SUMS. Messages call the folder `shown` (nothing where that is empty). Throws Error
/// that names the file; whose signature it is, is for the caller to judge.
FACET_API CheckedPack check_pack(const std::string& folder, const std::string& shown);

/// Throws Error, with a line for each, where files of the pack are not what their checksums say.
FACET_API void check_all_files(const CheckedPack& pack, const std::string& shown);

}  // namespace facet
