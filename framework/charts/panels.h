#pragma once

#include <cstddef>

#include "framework/drawing/axes.h"

namespace facet {

/// Panels of one size, row by row, also none; each cell has room for the texts around its box.
class Panels {
 public:
  Panels(std::size_t count, std::size_t most_in_a_row, double width, double height);

  /// With `below` points under the panels, for a key.
  Drawing drawing(double below = 0) const;
  Box box(std::size_t number) const;
  double bottom() const;  ///< of the last row

 private:
  const std::size_t count_, columns_;
  const double width_, height_;
};

}  // namespace facet
