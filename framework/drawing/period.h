#pragma once

#include <optional>

#include "framework/drawing/ticks.h"

namespace facet {

/// After how much a label begins anew, told by its numbers: 2 pi (radians) or 360 (degrees) where
/// they go from about 0, or from about minus half of it, nearly once around. None: no angle.
std::optional<double> period_of(const Extent& numbers);

}  // namespace facet
