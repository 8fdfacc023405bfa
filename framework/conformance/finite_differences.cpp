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

struct Precision {
  double distance, allowed_error;
};
constexpr Precision of_double{1e-6, 1e-5}, of_float{1e-2, 1e-2};
constexpr std::uint64_t num_directions = 3;

double moved(const at::Tensor& leaf, const at::Tensor& by, const std::function<at::Tensor()>& f) {
  const at::Tensor before = leaf.detach().clone();
  leaf.detach().add_(by);
  const double value = f().item<double>();
  leaf.detach().copy_(before);
  return value;
}

void require_slopes(const NamedTensor& leaf, const at::Tensor& gradient,
                    const std::function<at::Tensor()>& function, const Precision& precision) {
  const double distance = precision.distance;
  for (std::uint64_t i = 0; i < num_directions; ++i) {
    Random random(i, "direction");
    const at::Tensor along = at::randn(leaf.tensor.sizes(), random.generator(), at::kDouble);
    const double difference = (moved(leaf.tensor, along * distance, function) -
                               moved(leaf.tensor, along * -distance, function)) /
                              (2 * distance);
    const double slope = gradient.defined() ? (gradient * along).sum().item<double>() : 0;
    if (!(std::abs(difference - slope) <=
          precision.allowed_error * std::max(1.0, std::abs(difference))))
      throw Error("along a direction of " + leaf.name + ", its gradient says " +
                  number_text(slope) + ", and differences of its values " +
                  number_text(difference));
  }
}

bool rounds(const std::vector<NamedTensor>& leaves, const std::function<at::Tensor()>& function) {
  const double exact = function().item<double>();
  std::vector<at::Tensor> before;
  for (const NamedTensor& leaf : leaves) {
    before.push_back(leaf.tensor.detach().clone());
    leaf.tensor.detach().copy_(before.back().to(at::kFloat));
  }
  const bool same = function().item<double>() == exact;
  for (std::size_t i = 0; i < leaves.size(); ++i) leaves[i].tensor.detach().copy_(before[i]);
  return same;
}

}  // namespace

void require_gradients(const std::vector<NamedTensor>& leaves,
                       const std::function<at::Tensor()>& function, bool may_round) {
  const Precision precision = may_round && rounds(leaves, function) ? of_float : of_double;
  for (const NamedTensor& leaf : leaves) leaf.tensor.mutable_grad().reset();
  const at::Tensor value = function();
  if (value.requires_grad()) value.backward();
  for (const NamedTensor& leaf : leaves) {
    const at::Tensor gradient = leaf.tensor.grad();
    require_slopes(leaf, gradient.defined() ? gradient.clone() : gradient, function, precision);
  }
}

}  // namespace facet
