#pragma once

#include <string>

namespace facet {

/// About how long a text is: letters differ from font to font.
double text_width(const std::string& text, double size);

/// The text, or as many of its first letters as leave room for an ellipsis within the width.
std::string fitted(const std::string& text, double width, double size);

}  // namespace facet
