// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and compares its loss with
// one that was worked out by hand.

#include <ATen/ops/tensor.h>

#include <cmath>
#include <cstdio>

#include "facet/criterion.h"
#include "facet/framework.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto criterion =
      registry->create<facet::SupervisedCriterion>({"my_plugin/LogCoshLoss", {{"scale", 2.0}}});

  const at::Tensor prediction = at::tensor({1.0 + 2 * std::log(2.0), 3.0}).view({2, 1});
  const at::Tensor target = at::tensor({1.0, 3.0}).view({2, 1});
  const double loss = criterion->forward(prediction, {target}).item<double>();

  const double expected = 4 * (std::log(1.25) + 0) / 2;  // cosh(log 2) = (2 + 1/2) / 2
  std::printf("loss %g, expected %g\n", loss, expected);
  return std::abs(loss - expected) < 1e-12 ? 0 : 1;
}
