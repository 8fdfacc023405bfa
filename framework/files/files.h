#pragma once

#include <string>

namespace facet {

/// Writes a text file. Atomic: afterwards the path holds either the old file or the whole new one.
/// Throws Error that names the path.
void write_text(const std::string& path, const std::string& text);

/// Throws Error that names the path.
std::string read_text(const std::string& path);

}  // namespace facet
