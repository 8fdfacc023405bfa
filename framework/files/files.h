#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Writes a text file. Atomic: afterwards the path holds either the old file or the whole new one.
/// Throws Error that names the path.
FACET_API void write_text(const std::string& path, const std::string& text);

/// Throws Error that names the path: also of what is no file, such as a folder or a pipe.
FACET_API std::string read_text(const std::string& path);

/// Whether there is something at the path. Throws Error that names it where that cannot be known.
FACET_API bool path_exists(const std::string& path);

}  // namespace facet
