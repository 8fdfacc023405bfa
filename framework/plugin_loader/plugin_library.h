#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/plugin_loader/own_libraries.h"
#include "framework/plugin_loader/plugin_file.h"
#include "framework/registry/registry.h"

namespace facet {

/// The entry point of the plugin in `file`, which is to have this checksum still when it is loaded:
/// when the entry point is called. Its own `libraries` are loaded before it, so that the dynamic
/// linker finds them by their names; they are to have their checksums still, too. All symbols of
/// the libraries are bound then and none is shown to other libraries; they are never unloaded,
/// since components hold pointers into them. Throws Error that names the file when it cannot be
/// loaded or has no entry point, and for an own library whose name a loaded one has already that is
/// not the same.
///
/// An exception that leaves a static initialiser cannot be caught; the program then ends with a
/// message that names the file.
///
/// The dynamic linker opens the file through its descriptor, in /proc, which must be mounted:
/// loading it by its path could load another file than the one that was checked.
EntryPoint plugin_entry_point(std::shared_ptr<const PluginFile> file, std::string checksum,
                              std::vector<OwnLibrary> libraries);

}  // namespace facet
