#pragma once

#include <string>

#include "framework/packs/checked_pack.h"
#include "framework/shipping/store_changes.h"

namespace facet {

/// A copy of the pack at `path` in the store's work folder, every file of which is checked: what is
/// installed is what was checked. Throws Error, also where there is no such pack.
CheckedPack work_copy(const std::string& path, const StoreChanges& store);

/// Where in the work folder the copy's plugins are built.
std::string folder_to_build_in(const StoreChanges& store);

/// What is known of the copy, from now on of the pack that it became in the store.
void lead_to_store(CheckedPack& pack);

}  // namespace facet
