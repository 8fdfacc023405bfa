#include "plugins/finite_differences.h"

#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>

namespace facet {

double gradient_error(const at::Tensor& leaf, const std::function<at::Tensor()>& function) {
  leaf.mutable_grad().reset();
  function().backward();
  // A leaf that nothing depends on has none.
  if (!leaf.grad().defined()) leaf.mutable_grad() = at::zeros_like(leaf);
  const at::Tensor gradient = leaf.grad().contiguous();

  constexpr double step = 1e-5;
  double largest = 0;
  auto* values = leaf.data_ptr<double>();
  for (std::int64_t i = 0; i < leaf.numel(); ++i) {
    const double value = values[i];
    values[i] = value + step;
    const double above = function().item<double>();
    values[i] = value - step;
    const double below = function().item<double>();
    values[i] = value;
    const double difference = (above - below) / (2 * step);
    largest = std::max(largest, std::abs(difference - gradient.data_ptr<double>()[i]));
  }
  return largest;
}

}  // namespace facet
