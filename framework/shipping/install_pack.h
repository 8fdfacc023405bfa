#pragma once

#include <string>

#include "facet/export.h"
#include "framework/shipping/build_watcher.h"
#include "framework/shipping/install_options.h"
#include "framework/shipping/installed_pack.h"

namespace facet {

/// Installs the pack at `path`, a folder or an archive, into the store, beside other versions of
/// it. It is checked in every file, and for what require_installable asks. Then plugins that were
/// built for another host, or are there as sources alone, are built; `watcher` is told. Whatever
/// happens, the store holds what it held before or the whole new pack. While another process
/// installs, it waits. Throws Error.
FACET_API InstalledPack install_pack(const std::string& path, const InstallOptions& options = {},
                                     const BuildWatcher& watcher = {});

/// Installs a newer version of a pack that is installed, and takes the older ones away. Throws
/// Error, also where there is no older one.
FACET_API InstalledPack upgrade_pack(const std::string& path, const InstallOptions& options = {},
                                     const BuildWatcher& watcher = {});

}  // namespace facet
