// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and compares its penalty
// with one that was worked out by hand.

#include <ATen/TensorOperators.h>
#include <ATen/ops/ones.h>

#include <cmath>
#include <cstdio>

#include "facet/framework.h"
#include "facet/regularizer.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto regularizer =
      registry->create<facet::Regularizer>({"my_plugin/SlopePenalty", {{"slope", 1.0}}});

  // The output is twice the sum of four signals: a gradient of 2, four times, whose length is 4.
  const at::Tensor windows = at::ones({5, 2, 2}, at::kDouble).requires_grad_();
  const at::Tensor output = (windows * 2).sum({1, 2}).unsqueeze(1);
  facet::Random random(0);
  const double penalty = regularizer->penalty(windows, output, random).item<double>();

  const double expected = (4.0 - 1.0) * (4.0 - 1.0);
  std::printf("penalty %g, expected %g\n", penalty, expected);
  return std::abs(penalty - expected) < 1e-9 ? 0 : 1;
}
