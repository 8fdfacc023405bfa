// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and compares a parameter
// after two steps with what was worked out by hand.

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <cmath>
#include <cstdio>

#include "facet/framework.h"
#include "facet/optimizer.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const at::Tensor parameter = at::tensor({1.0}).requires_grad_();
  const auto optimizer = registry->create<facet::Optimizer>(
      {"my_plugin/SignDescent", {{"lr", 0.5}}}, {.parameters = {parameter}});

  const auto evaluate = [&] {
    parameter.mutable_grad() = at::Tensor();
    const at::Tensor loss = (parameter * 3).sum();
    loss.backward();
    return loss;
  };
  optimizer->step(evaluate);
  optimizer->scale_learning_rate(0.1);
  optimizer->step(evaluate);

  const double expected = 1 - 0.5 - 0.05, got = parameter.item<double>();
  std::printf("parameter %g, expected %g\n", got, expected);
  return std::abs(got - expected) < 1e-12 ? 0 : 1;
}
