#pragma once

#include <string>

namespace facet {

/// The text as it stands in HTML and SVG, in attributes, too.
std::string markup_text(const std::string& text);

}  // namespace facet
