#include "framework/charts/panels.h"

#include <algorithm>

namespace facet {

namespace {

// Of a cell, around its box: for ticks, texts and a title.
constexpr double left = 40, right = 10, above = 18, below = 26;

}  // namespace

Panels::Panels(std::size_t count, std::size_t most_in_a_row, double width, double height)
    : count_(count),
      columns_(std::clamp<std::size_t>(count, 1, most_in_a_row)),
      width_(width),
      height_(height) {}

Drawing Panels::drawing(double extra) const {
  const auto columns = static_cast<double>(columns_);
  return {columns * (left + width_ + right), bottom() + extra};
}

Box Panels::box(std::size_t number) const {
  const auto column = static_cast<double>(number % columns_);
  const auto row = static_cast<double>(number / columns_);
  return {column * (left + width_ + right) + left, row * (above + height_ + below) + above, width_,
          height_};
}

double Panels::bottom() const {
  const std::size_t rows = (count_ + columns_ - 1) / columns_;
  return static_cast<double>(rows) * (above + height_ + below);
}

}  // namespace facet
