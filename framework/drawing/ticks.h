#pragma once

#include <string>
#include <vector>

namespace facet {

/// From the smallest to the largest of some numbers.
struct Extent {
  double low = 0;
  double high = 1;

  double size() const { return high - low; }
};

/// That of all finite numbers, made longer by `margin` of its size on either side; where they are
/// all the same, one around them; of none from 0 to 1.
Extent extent_of(const std::vector<double>& numbers, double margin = 0);

struct Tick {
  double at = 0;
  std::string text;
};

/// Round numbers within: multiples of 1, 2 or 5 times a power of ten, in `most_steps` steps at
/// most, or in more where there would be one alone; all with as many digits as the step between
/// them has.
std::vector<Tick> ticks_in(const Extent& extent, std::size_t most_steps = 5);

/// The same along so many points, with texts of a size: fewer where they would overlap.
std::vector<Tick> ticks_along(const Extent& extent, double length, double letter_size);

}  // namespace facet
