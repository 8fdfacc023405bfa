#pragma once

#include <string>

#include "framework/drawing/axes.h"

namespace facet {

/// What the colours of a ramp mean: a name, then a bar with numbers below it.
void draw_number_bar(Drawing& drawing, Point corner, const std::string& name,
                     const Extent& numbers);

}  // namespace facet
