#pragma once

#include <string>
#include <vector>

#include "framework/packs/checked_pack.h"

namespace facet {

/// What became of an install or a rebuild. Plain data.
struct InstalledPack {
  CheckedPack checked;               ///< its folder is that in the store
  bool was_there = false;            ///< with the same files: nothing was to do
  std::vector<std::string> removed;  ///< the older versions that an upgrade took away
};

}  // namespace facet
