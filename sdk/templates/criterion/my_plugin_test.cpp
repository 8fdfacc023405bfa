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
      registry->create<facet::ContrastiveCriterion>({"my_plugin/MarginLoss", {{"margin", 2.0}}});

  const at::Tensor reference = at::tensor({0.0, 0.0}).view({1, 2});
  const at::Tensor positive = at::tensor({3.0, 4.0}).view({1, 2});            // at distance 5
  const at::Tensor negative = at::tensor({0.0, 1.0, 0.0, 5.0}).view({2, 2});  // at 1 and at 5
  const double total = criterion->forward(reference, positive, negative).total.item<double>();

  const double expected = 25.0 + (1.0 + 0.0) / 2;
  std::printf("loss %g, expected %g\n", total, expected);
  return std::abs(total - expected) < 1e-12 ? 0 : 1;
}
