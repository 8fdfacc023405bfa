#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

/// The points of a group: first, first + step, ... before end. They lie apart, in a block of points
/// whose groups lie side by side, so that the minima of all these are minima of vectors.
struct PointGroup {
  std::int64_t first, step, end;

  /// Group `number` of n points.
  PointGroup(std::int64_t number, std::int64_t n);
};

/// The smallest product of each query's row with those of each group of points: queries x groups,
/// at most the largest finite number. Both are rows of K float32.
std::vector<float> lowest_products(const at::Tensor& queries, const at::Tensor& points);

}  // namespace facet
