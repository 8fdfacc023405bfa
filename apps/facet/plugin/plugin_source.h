#pragma once

#include <string>

namespace facet {

/// Throws Error, that names the file, where `source` cannot be a plugin's only source, and what the
/// compiler would say of it is hard to understand.
void require_plugin_source(const std::string& source);

}  // namespace facet
