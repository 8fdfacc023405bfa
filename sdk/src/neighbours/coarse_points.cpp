#include "coarse_points.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "leading_axes.h"

namespace facet {

namespace {

constexpr std::int64_t sample_size = 2048;
constexpr std::int64_t rows_at_once = 64 * PointGroups::size;
constexpr double too_far = 1e30;  // squared; far beyond, single precision overflows
constexpr double tiny = 1e-30;    // more than what is lost where single precision underflows

}  // namespace

CoarsePoints::CoarsePoints(const DistinctPoints& points) {
  const std::int64_t n = points.size(), d = points.num_dimensions();
  const at::Tensor& all = points.values();
  centre_ = all.mean(0, false, at::kDouble);
  const at::Tensor lowest = std::get<0>(all.min(0)), highest = std::get<0>(all.max(0));
  double largest = at::maximum(highest - centre_, centre_ - lowest).max().item<double>();
  if (!std::isfinite(largest)) {
    centre_ = at::zeros_like(centre_);
    largest = std::numeric_limits<double>::max();
  }
  if (largest > 0) scale_ = std::ldexp(1, std::clamp(-std::ilogb(largest) - 1, -1022, 1000));
  axes_ = leading_axes(moved(all.slice(0, 0, {}, std::max<std::int64_t>(n / sample_size, 1))));

  groups_ = PointGroups(n, axes_.defined() ? axes_.size(1) + 2 : d + 1);
  for (std::int64_t first = 0; first < n; first += rows_at_once) {
    const at::Tensor z = shortened(all.slice(0, first, first + rows_at_once));
    groups_.set(first, at::cat({z * -2, shrunken_squares(z).to(at::kFloat).unsqueeze(1)}, 1));
  }
}

at::Tensor CoarsePoints::moved(const at::Tensor& points) const {
  return (points - centre_).mul_(scale_);
}

at::Tensor CoarsePoints::shortened(const at::Tensor& points) const {
  const at::Tensor y = moved(points);
  if (!axes_.defined()) return y.to(at::kFloat);
  const at::Tensor leading = at::mm(y, axes_);
  y.addmm_(leading, axes_.t(), 1, -1);  // what is left of it
  // (at::norm takes ten times as long.)
  return at::cat({leading, y.square_().sum(1, true).sqrt_()}, 1).to(at::kFloat);
}

at::Tensor CoarsePoints::shrunken_squares(const at::Tensor& shortened) const {
  const auto columns = static_cast<double>(shortened.size(1) + 1);
  return shortened.to(at::kDouble).square().sum(1) * (1 - (2 * columns + 8) * 0x1p-24);
}

CoarsePoints::Queries CoarsePoints::rows_of(const at::Tensor& queries) const {
  const at::Tensor z = shortened(queries), squares = shrunken_squares(z);
  const auto* square = squares.data_ptr<double>();
  Queries rows{at::cat({z, at::ones({z.size(0), 1}, at::kFloat)}, 1),
               std::vector<double>(square, square + squares.numel())};
  for (std::size_t i = 0; i < rows.added.size(); ++i) {
    if (rows.added[i] < too_far) continue;
    rows.rows[static_cast<std::int64_t>(i)].zero_();
    rows.added[i] = -too_far;  // leaves all points open
  }
  return rows;
}

float CoarsePoints::limit(double squared_distance, double added) const {
  constexpr float everything = std::numeric_limits<float>::max();
  // Nothing bounds it yet; and what overflows may be any distance.
  if (squared_distance >= std::numeric_limits<double>::max()) return everything;
  const double limit = squared_distance * scale_ * scale_ - added + tiny;
  return limit < everything ? std::nextafter(static_cast<float>(limit), everything) : everything;
}

}  // namespace facet
