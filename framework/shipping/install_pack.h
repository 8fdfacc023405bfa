#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/packs/checked_pack.h"
#include "framework/shipping/build_watcher.h"
#include "framework/shipping/install_options.h"

namespace facet {

/// What became of an install. Plain data.
struct InstalledPack {
  CheckedPack checked;               ///< its folder is that in the store
  bool was_there = false;            ///< with the same files: nothing was to do
  std::vector<std::string> removed;  ///< the older versions that an upgrade took away
};

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

/// Builds the plugins of an installed pack again that do not fit this host as they came: after
/// Facet, libtorch or the compiler changed. Without a version it is the newest. What is decided of
/// the pack stays. Throws Error, also where there is no such pack or version.
FACET_API InstalledPack rebuild_pack(const std::string& name, const std::string& version = "",
                                     const BuildWatcher& watcher = {});

/// Takes a version of a pack out of the store; without one, all of them. Throws Error, with what is
/// there, where there is no such pack or version.
FACET_API void remove_pack(const std::string& name, const std::string& version = "");

}  // namespace facet
