#pragma once

#include <string>

#include "facet/export.h"
#include "framework/shipping/build_watcher.h"
#include "framework/shipping/installed_pack.h"

namespace facet {

/// Builds the plugins of an installed pack again that do not fit this host as they came: after
/// Facet, libtorch or the compiler changed. Without a version it is the newest. What is decided of
/// the pack stays. Throws Error, also where there is no such pack or version.
FACET_API InstalledPack rebuild_pack(const std::string& name, const std::string& version = "",
                                     const BuildWatcher& watcher = {});

}  // namespace facet
