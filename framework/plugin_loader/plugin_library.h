#pragma once

#include <memory>
#include <string>

#include "framework/plugin_loader/plugin_file.h"
#include "framework/registry/registry.h"

namespace facet {

/// Loads the plugin in `file`, which is to have this checksum still, and gives the address of its
/// function `name`. All symbols of the library are bound then and none is shown to other libraries;
/// it is never unloaded, since components hold pointers into it. Throws Error that names the file
/// when it cannot be loaded or does not show the function, which `macro` would have defined.
///
/// An exception that leaves a static initialiser cannot be caught; the program then ends with a
/// message that names the file.
///
/// The dynamic linker opens the file through its descriptor, in /proc, which must be mounted:
/// loading it by its path could load another file than the one that was checked.
void* plugin_function(const std::shared_ptr<const PluginFile>& file, const std::string& checksum,
                      const std::string& name, const std::string& macro);

/// The entry point of a plugin in C++, which is loaded when it is called.
EntryPoint plugin_entry_point(std::shared_ptr<const PluginFile> file, std::string checksum);

}  // namespace facet
