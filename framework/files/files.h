#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Writes a text file. Atomic: afterwards the path holds either the old file or the whole new one.
/// Throws Error that names the path.
FACET_API void write_text(const std::string& path, const std::string& text);

/// Throws Error that names the path.
FACET_API std::string read_text(const std::string& path);

}  // namespace facet
