#pragma once

#include <optional>
#include <string>
#include <vector>

#include "framework/packs/checked_pack.h"
#include "framework/shipping/build_watcher.h"
#include "framework/shipping/unfit_plugins.h"

namespace facet {

/// Builds plugins from the sources of the pack, every file of which was checked, into the new
/// folder `into`: the pack's `built` is what lies there then. Throws Error, that begins with
/// `shown`, where there is no compiler, it fails, or the host would not use what it made.
void build_sources(CheckedPack& pack, const std::vector<UnfitPlugin>& plugins,
                   const std::string& into, const std::string& shown, const BuildWatcher& watcher);

/// What was built when these files were installed at `place`, where that serves the unfit plugins
/// still; nothing: it does not.
std::optional<BuiltFiles> earlier_build(const std::string& place,
                                        const std::vector<UnfitPlugin>& unfit);

}  // namespace facet
