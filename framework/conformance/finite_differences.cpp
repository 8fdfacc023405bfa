#include "framework/conformance/finite_differences.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/randn.h>

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "facet/random.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr double distance = 1e-6, allowed_error = 1e-5;
constexpr std::uint64_t num_directions = 3;

double moved(const at::Tensor& leaf, const at::Tensor& by, const std::function<at::Tensor()>& f) {
  const at::Tensor before = leaf.detach().clone();
  leaf.detach().add_(by);
  const double value = f().item<double>();
  leaf.detach().copy_(before);
  return value;
}

void require_slopes(const NamedTensor& leaf, const at::Tensor& gradient,
                    const std::function<at::Tensor()>& function) {
  for (std::uint64_t i = 0; i < num_directions; ++i) {
    Random random(i, "direction");
    const at::Tensor along = at::randn(leaf.tensor.sizes(), random.generator(), at::kDouble);
    const double difference = (moved(leaf.tensor, along * distance, function) -
                               moved(leaf.tensor, along * -distance, function)) /
                              (2 * distance);
    const double slope = gradient.defined() ? (gradient * along).sum().item<double>() : 0;
    if (!(std::abs(difference - slope) <= allowed_error * std::max(1.0, std::abs(difference))))
      throw Error("along a direction of " + leaf.name + ", its gradient says " +
                  number_text(slope) + ", and differences of its values " +
                  number_text(difference));
  }
}

}  // namespace

void require_gradients(const std::vector<NamedTensor>& leaves,
                       const std::function<at::Tensor()>& function) {
  for (const NamedTensor& leaf : leaves) leaf.tensor.mutable_grad().reset();
  const at::Tensor value = function();
  if (value.requires_grad()) value.backward();
  for (const NamedTensor& leaf : leaves) {
    const at::Tensor gradient = leaf.tensor.grad();
    require_slopes(leaf, gradient.defined() ? gradient.clone() : gradient, function);
  }
}

}  // namespace facet
