#pragma once

#include <string>

#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// Loads the plugin, whose file is to have its checksum still, and gives the address of its
/// function `name`. The libraries that it brings along are loaded before it, so that the dynamic
/// linker finds them by their names; they are to have their checksums still, too. All symbols of
/// the libraries are bound then and none is shown to other libraries; they are never unloaded,
/// since components hold pointers into them. Throws Error that names the file when it cannot be
/// loaded or does not show the function, which `macro` would have defined, and for an own library
/// whose name a loaded one has already that is not the same.
///
/// An exception that leaves a static initialiser cannot be caught; the program then ends with a
/// message that names the file.
///
/// The dynamic linker opens the file through its descriptor, in /proc, which must be mounted:
/// loading it by its path could load another file than the one that was checked.
void* plugin_function(const InspectedPlugin& plugin, const std::string& name,
                      const std::string& macro);

/// The entry point of a plugin in C++, which is loaded when it is called.
EntryPoint plugin_entry_point(InspectedPlugin plugin);

}  // namespace facet
