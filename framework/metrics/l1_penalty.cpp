#include "framework/metrics/l1_penalty.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

namespace facet {

namespace {

constexpr int max_steps = 20000;
constexpr double tolerance = 1e-9;

double largest(const at::Tensor& values) {
  return values.abs().max().item<double>();
}

at::Tensor shrunk(const at::Tensor& values, const at::Tensor& by) {
  return values.sign() * (values.abs() - by).clamp_min(0);
}

}  // namespace

at::Tensor minimise_with_l1(const at::Tensor& start,
                            const std::function<at::Tensor(const at::Tensor& w)>& gradient,
                            double lipschitz, const at::Tensor& penalty) {
  if (lipschitz <= 0) return start;
  at::Tensor w = start, ahead = start;
  double momentum = 1;
  for (int step = 0; step < max_steps; ++step) {
    const at::Tensor next = shrunk(ahead - gradient(ahead) / lipschitz, penalty / lipschitz);
    const at::Tensor change = next - w;
    if (largest(change) <= tolerance * std::max(largest(next), tolerance)) return next;
    const bool astray = ((ahead - next) * change).sum().item<double>() > 0;
    const double more = astray ? 1 : (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = astray ? next : next + (momentum - 1) / more * change;
    momentum = more;
    w = next;
  }
  return w;
}

}  // namespace facet
