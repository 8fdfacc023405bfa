#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A folder in which plugins are looked for. Plain data.
struct SearchFolder {
  std::string path;
  std::string named_by;  ///< `[plugins] path`, `FACET_PLUGIN_PATH`, `pack lab 1.2.0`, `Facet`
};

/// The folders in which plugins are looked for, in this order: `extra` (the config's `[plugins]
/// path`), FACET_PLUGIN_PATH (separated by colons), the packs that the user installed, each in the
/// newest version that meets `require` (the config's, see requirement.h; what is no requirement is
/// passed over), and the folder that came with Facet (found relative to libfacet_sdk, so that an
/// install can be moved).
FACET_API std::vector<SearchFolder> plugin_search_path(
    const std::vector<std::string>& extra = {}, const std::vector<std::string>& require = {});

}  // namespace facet
