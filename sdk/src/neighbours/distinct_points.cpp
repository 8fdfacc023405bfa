#include "distinct_points.h"

#include <ATen/ops/isfinite.h>

#include <algorithm>
#include <numeric>

#include "facet/error.h"

namespace facet {

DistinctPoints::DistinctPoints(const at::Tensor& points) {
  if (points.dim() != 2 || points.scalar_type() != at::kDouble)
    throw Error("the points of a neighbour search must be n x d in float64");
  if (points.numel() == 0) throw Error("a neighbour search needs at least one point");
  if (!at::isfinite(points).all().item<bool>())
    throw Error("the points of a neighbour search must be finite");
  const at::Tensor held = points.cpu().contiguous();
  d_ = held.size(1);
  const auto point = [&](std::int64_t row) {
    return std::span(held.data_ptr<double>() + row * d_, static_cast<std::size_t>(d_));
  };
  rows_.resize(static_cast<std::size_t>(held.size(0)));
  std::iota(rows_.begin(), rows_.end(), 0);
  std::stable_sort(rows_.begin(), rows_.end(), [&](std::int64_t a, std::int64_t b) {
    return std::ranges::lexicographical_compare(point(a), point(b));
  });
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i > 0 && std::ranges::equal(point(rows_[i - 1]), point(rows_[i]))) continue;
    first_.push_back(static_cast<std::int64_t>(i));
    values_.insert(values_.end(), point(rows_[i]).begin(), point(rows_[i]).end());
  }
  first_.push_back(num_rows());
}

std::span<const std::int64_t> DistinctPoints::rows(std::int64_t i) const {
  const auto begin = first_[static_cast<std::size_t>(i)];
  const auto end = first_[static_cast<std::size_t>(i) + 1];
  return std::span(rows_).subspan(static_cast<std::size_t>(begin),
                                  static_cast<std::size_t>(end - begin));
}

}  // namespace facet
