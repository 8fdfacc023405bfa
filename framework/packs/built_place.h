#pragma once

#include <optional>
#include <string>

#include "framework/packs/pack_checksums.h"
#include "framework/packs/pack_store.h"

namespace facet {

/// `STORE/NAME/.VERSION-built-CHECKSUM`: where files with these checksums lie that were built for
/// the version in `folder`. The name tells them from others: while a plugin is built again, the old
/// one and the new one lie side by side, and the record of the install says which is used.
std::string built_folder(const std::string& folder, const PackChecksums& checksums);

/// The version for which `folder` holds what was built; nothing where it is no such folder.
std::optional<StoredPack> stored_pack_with_built(const std::string& folder);

}  // namespace facet
