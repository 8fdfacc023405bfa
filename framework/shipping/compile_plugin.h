#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Compiles one source file into the plugin `name` in `folder`, as the host was built and as
/// facet_add_plugin would, and writes down what it offers. What the compiler says goes to stderr.
/// Throws Error where it fails.
FACET_API void compile_plugin(const std::string& source, const std::string& name,
                              const std::string& version, const std::string& folder);

}  // namespace facet
