#pragma once

#include <string>

#include "framework/drawing/axes.h"

namespace facet {

/// What colours mean: a name, then a bar of them from the first number (part 0) to the last one
/// (part 1), with numbers below it. Returns where it ends.
double draw_number_bar(Drawing& drawing, Point corner, const std::string& name,
                       const Extent& numbers, Colour (*colour)(double part) = ramp_colour);

/// The same of things in an order, of which the first and the last one are named beside the bar.
double draw_order_bar(Drawing& drawing, Point corner, const std::string& name,
                      const std::string& first, const std::string& last);

}  // namespace facet
