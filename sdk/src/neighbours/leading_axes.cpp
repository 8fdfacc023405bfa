#include "leading_axes.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/linalg_qr.h>
#include <ATen/ops/mm.h>

#include <algorithm>

namespace facet {

namespace {

constexpr std::int64_t counts[] = {14, 30, 62, 126};
constexpr std::int64_t most_queries = 64;

/// By subspace iteration (Golub and Van Loan, Matrix Computations, 8.2.4), in descending order.
/// Good where the variance falls off, and orthonormal always, which is all that a search relies on.
at::Tensor principal_axes(const at::Tensor& sample, std::int64_t count) {
  at::Tensor axes = sample.slice(0, 0, {}, sample.size(0) / count).narrow(0, 0, count).t();
  for (int i = 0; i < 2; ++i)
    axes = std::get<0>(at::linalg_qr(at::mm(sample.t(), at::mm(sample, axes))));
  const at::Tensor along = at::mm(sample, axes);
  return at::mm(axes, std::get<1>(at::linalg_eigh(at::mm(along.t(), along))).flip(1));
}

/// The coordinates along the first axes, and the length of what is left.
at::Tensor shortened(const at::Tensor& points, const at::Tensor& along, std::int64_t count) {
  const at::Tensor leading = along.narrow(1, 0, count);
  const at::Tensor left = points.square().sum(1) - leading.square().sum(1);
  return at::cat({leading, left.clamp_min(0).sqrt().unsqueeze(1)}, 1);
}

at::Tensor squared_distances(const at::Tensor& a, const at::Tensor& b) {
  return a.square().sum(1, true) + b.square().sum(1) - 2 * at::mm(a, b.t());
}

/// What a query and a point cost, as multiples of one column of a matrix product: their part of the
/// product, reading its result, and where the pair stays open a second look in single and one in
/// double precision. Measured with AVX2; where the figures are wrong the search is slower.
double cost(std::int64_t columns, double share_open, std::int64_t d) {
  return static_cast<double>(columns + 16) +
         share_open * static_cast<double>(64 * columns + 25 * d);
}

}  // namespace

at::Tensor leading_axes(const at::Tensor& sample) {
  const std::int64_t n = sample.size(0), d = sample.size(1);
  const std::int64_t most = std::min({counts[3], d / 2, n});
  if (most < counts[0]) return {};
  const at::Tensor axes = principal_axes(sample, most), along = at::mm(sample, axes);
  const auto queries = [&](const at::Tensor& rows) {
    return rows.slice(0, 0, {}, std::max<std::int64_t>(n / most_queries, 1));
  };
  const at::Tensor distances = squared_distances(queries(sample), sample);
  const at::Tensor nearest = std::get<0>(distances.kthvalue(2, 1, true));  // itself is the first

  std::int64_t best = 0;
  double lowest = cost(d, 0, d);
  for (const std::int64_t count : counts) {
    if (count > most) break;
    const at::Tensor few = shortened(sample, along, count);
    const at::Tensor open = squared_distances(queries(few), few) <= nearest;
    const auto share = open.sum().item<double>() / static_cast<double>(open.numel());
    const double needed = 2 / static_cast<double>(n);  // itself and its nearest
    const double total = cost(count + 2, std::max(share - needed, 0.0), d);
    if (total < lowest) {
      lowest = total;
      best = count;
    }
  }
  return best == 0 ? at::Tensor() : axes.narrow(1, 0, best).contiguous();
}

}  // namespace facet
