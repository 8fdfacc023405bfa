#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/packs/version.h"

namespace facet {

/// Where the user's packs are: $FACET_PACK_PATH, else facet/packs in $XDG_DATA_HOME or
/// ~/.local/share. Empty when none of these variables is set.
FACET_API std::string pack_store();

/// A version of a pack in the store, in the folder STORE/NAME/VERSION.
struct StoredPack {
  std::string name;
  Version version;
  std::string folder;
};

/// All of them by name, the newest version of each first. Whether they are whole is not looked at.
/// Throws Error where the store is there and cannot be read.
FACET_API std::vector<StoredPack> stored_packs();

/// Those of one pack, the newest first.
FACET_API std::vector<StoredPack> stored_versions(const std::string& name);
/// The one that lies in `folder`; nothing where no pack of the store does.
FACET_API std::optional<StoredPack> stored_pack_in(const std::string& folder);

}  // namespace facet
