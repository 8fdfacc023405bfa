#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <functional>

#include "facet/optimizer.h"
#include "plugins/built_plugins.h"

namespace facet {

/// A parameter at (-1, 1.5) with Rosenbrock's loss (1 - p_0)^2 + 10 (p_1 - p_0^2)^2, and an
/// optimizer that lowers it.
struct Descent {
  at::Tensor p = at::tensor({-1.0, 1.5}, at::kDouble).set_requires_grad(true);
  std::shared_ptr<Optimizer> optimizer;

  explicit Descent(const std::string& name, const Table& options = {})
      : optimizer(make<Optimizer>(name, options, {.parameters = {p}})) {}

  double loss() const { return rosenbrock().item<double>(); }

  std::vector<double> after(int steps) {
    for (int i = 0; i < steps; ++i) {
      optimizer->step([&] {
        p.mutable_grad().reset();
        const at::Tensor loss = rosenbrock();
        loss.backward();
        return loss;
      });
    }
    return {p[0].item<double>(), p[1].item<double>()};
  }

 private:
  at::Tensor rosenbrock() const {
    return (1 - p[0]).square() + 10 * (p[1] - p[0].square()).square();
  }
};

}  // namespace facet
