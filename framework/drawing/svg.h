#pragma once

#include <string>

#include "framework/drawing/drawing.h"

namespace facet {

/// The drawing as an SVG document, which can stand in a page of HTML, too: the ink of the page is
/// the colour of the text around it. Texts stay texts.
std::string to_svg(const Drawing& drawing);

}  // namespace facet
