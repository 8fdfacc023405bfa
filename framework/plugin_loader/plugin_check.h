#pragma once

#include <string>

#include "framework/plugin_loader/plugin_note.h"

namespace facet {

/// Whether the library at `path` may be loaded, found out without running any of its code: who may
/// write to it, whether it is a whole shared library, its note, how it was built, and that it
/// registers no operators with libtorch. Returns its note; throws Error whose message is the
/// reason, without the path.
PluginNote check_plugin(const std::string& path);

}  // namespace facet
