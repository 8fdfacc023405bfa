#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/packs/checked_pack.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/requirement.h"

namespace facet {

/// The version of each stored pack that is used: the newest that meets all of `requirements` that
/// name the pack. A pack without such a version is left out.
FACET_API std::vector<StoredPack> used_packs(const std::vector<Requirement>& requirements = {});

/// A pack of the store that may be used: its folder is what it says it is, its files are those that
/// were installed, its signer is in the user's list or was allowed, and it needs nothing that is
/// not here. Throws Error, without the path of its folder.
FACET_API CheckedPack check_stored_pack(const StoredPack& stored);

}  // namespace facet
