#include "distinct_points.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <numeric>

#include "facet/error.h"

namespace facet {

namespace {

at::Tensor in_float32_if_exact(const at::Tensor& values) {
  const at::Tensor narrow = values.to(at::kFloat);
  return narrow.to(at::kDouble).equal(values) ? narrow : values;
}

}  // namespace

DistinctPoints::DistinctPoints(const at::Tensor& points) {
  if (points.dim() != 2 || points.scalar_type() != at::kDouble)
    throw Error("the points of a neighbour search must be n x d in float64");
  if (points.numel() == 0) throw Error("a neighbour search needs at least one point");
  if (!at::isfinite(points).all().item<bool>())
    throw Error("the points of a neighbour search must be finite");
  const at::Tensor held = points.cpu().contiguous();
  const std::int64_t d = held.size(1);
  const auto point = [&](std::int64_t row) {
    return std::span(held.data_ptr<double>() + row * d, static_cast<std::size_t>(d));
  };
  rows_.resize(static_cast<std::size_t>(held.size(0)));
  std::iota(rows_.begin(), rows_.end(), 0);
  std::stable_sort(rows_.begin(), rows_.end(), [&](std::int64_t a, std::int64_t b) {
    return std::ranges::lexicographical_compare(point(a), point(b));
  });
  std::vector<std::int64_t> distinct;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i > 0 && std::ranges::equal(point(rows_[i - 1]), point(rows_[i]))) continue;
    first_.push_back(static_cast<std::int64_t>(i));
    distinct.push_back(rows_[i]);
  }
  first_.push_back(num_rows());
  values_ = in_float32_if_exact(held.index_select(0, at::tensor(distinct, at::kLong)));
}

std::span<const std::int64_t> DistinctPoints::rows(std::int64_t i) const {
  const auto begin = first_[static_cast<std::size_t>(i)];
  const auto end = first_[static_cast<std::size_t>(i) + 1];
  return std::span(rows_).subspan(static_cast<std::size_t>(begin),
                                  static_cast<std::size_t>(end - begin));
}

}  // namespace facet
