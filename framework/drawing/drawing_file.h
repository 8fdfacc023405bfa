#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/drawing/drawing.h"

namespace facet {

/// How the name of a file with a drawing ends: `.svg`, `.png`, `.pdf`.
FACET_API std::vector<std::string> drawing_extensions();

/// Writes a drawing in the format of the path's extension, one of these; a PNG has so many dots in
/// an inch. Throws Error that names the file, and then nothing of it has changed.
FACET_API void write_drawing(const std::string& path, const Drawing& drawing,
                             double dots_per_inch = 300);

}  // namespace facet
