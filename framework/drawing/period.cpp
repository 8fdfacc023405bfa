#include "framework/drawing/period.h"

#include <cmath>
#include <numbers>

namespace facet {

namespace {

/// The first eighth and the last one may be missing, since who turns does not stand everywhere.
bool goes_once_around(const Extent& numbers, double period) {
  const bool begins =
      std::abs(numbers.low) < period / 8 || std::abs(numbers.low + period / 2) < period / 8;
  return begins && numbers.size() > period * 7 / 8 && numbers.size() < period * 1.002;
}

}  // namespace

std::optional<double> period_of(const Extent& numbers) {
  for (const double period : {2 * std::numbers::pi, 360.0})
    if (goes_once_around(numbers, period)) return period;
  return std::nullopt;
}

}  // namespace facet
