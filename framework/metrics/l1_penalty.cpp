#include "framework/metrics/l1_penalty.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>

namespace facet {

namespace {

constexpr int max_steps = 2000;
constexpr int max_sweeps = 20000;
constexpr double step_tolerance = 1e-8, sweep_tolerance = 1e-10;

double largest(const at::Tensor& values) {
  return values.abs().max().item<double>();
}

at::Tensor shrunk(const at::Tensor& values, const at::Tensor& by) {
  return values.sign() * (values.abs() - by).clamp_min(0);
}

double shrunk(double value, double by) {
  return std::copysign(std::max(std::abs(value) - by, 0.0), value);
}

/// One column of the lasso, w in place: d numbers, d x d and d.
void descend(const double* gram, const double* moments, double alpha, std::int64_t d, double* w) {
  for (int sweep = 0; sweep < max_sweeps; ++sweep) {
    double change = 0, size = 0;
    for (std::int64_t j = 0; j < d; ++j) {
      const double* row = gram + j * d;
      if (row[j] <= 0) continue;
      double rest = moments[j] + row[j] * w[j];
      for (std::int64_t k = 0; k < d; ++k) rest -= row[k] * w[k];
      const double next = shrunk(rest, alpha) / row[j], scale = std::sqrt(row[j]);
      change = std::max(change, scale * std::abs(next - w[j]));
      size = std::max(size, scale * std::abs(next));
      w[j] = next;
    }
    if (change <= sweep_tolerance * size) return;
  }
}

}  // namespace

at::Tensor lasso_weights(const at::Tensor& gram, const at::Tensor& moments, double alpha) {
  const at::Tensor g = gram.contiguous(), m = moments.t().contiguous(), w = at::zeros_like(m);
  const std::int64_t d = g.size(0);
  for (std::int64_t c = 0; c < m.size(0); ++c)
    descend(g.data_ptr<double>(), m.data_ptr<double>() + c * d, alpha, d,
            w.data_ptr<double>() + c * d);
  return w.t();
}

at::Tensor minimise_with_l1(const at::Tensor& start,
                            const std::function<at::Tensor(const at::Tensor& w)>& gradient,
                            double lipschitz, const at::Tensor& penalty) {
  if (lipschitz <= 0) return start;
  at::Tensor w = start, ahead = start;
  double momentum = 1;
  for (int step = 0; step < max_steps; ++step) {
    const at::Tensor next = shrunk(ahead - gradient(ahead) / lipschitz, penalty / lipschitz);
    const at::Tensor change = next - w;
    if (largest(change) <= step_tolerance * std::max(largest(next), step_tolerance)) return next;
    const bool astray = ((ahead - next) * change).sum().item<double>() > 0;
    const double more = astray ? 1 : (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = astray ? next : next + (momentum - 1) / more * change;
    momentum = more;
    w = next;
  }
  return w;
}

}  // namespace facet
