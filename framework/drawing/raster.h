#pragma once

#include <string>

#include "framework/drawing/drawing.h"

namespace facet {

/// As PNG files, their bytes. Of a drawing on white, with so many dots in an inch. Throws Error
/// where no font is installed, or where it would be too large.
std::string to_png(const Image& image);
std::string to_png(const Drawing& drawing, double dots_per_inch);

/// As a PDF file, one page of the drawing's size: lines stay lines, texts texts.
std::string to_pdf(const Drawing& drawing);

}  // namespace facet
