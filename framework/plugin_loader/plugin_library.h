#pragma once

#include <string>

#include "framework/registry/registry.h"

namespace facet {

/// The entry point of the plugin in the library at `path`, an absolute path. The library is loaded
/// when the entry point is called, with all its symbols bound and none shown to other libraries,
/// and is never unloaded: components hold pointers into it. Throws Error that names the file when
/// it cannot be loaded or has no entry point.
///
/// An exception that leaves a static initialiser cannot be caught; the program then ends with a
/// message that names the file.
EntryPoint plugin_entry_point(const std::string& path);

}  // namespace facet
