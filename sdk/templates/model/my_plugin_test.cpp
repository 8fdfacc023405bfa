// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and compares what it gives
// for a window with what was worked out by hand.

#include <ATen/ops/tensor.h>

#include <cstdio>

#include "facet/framework.h"
#include "facet/model.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto model = registry->create<facet::Model>(
      {"my_plugin/MeanModel", {{"window", 3}, {"num_output", 1}}}, {.num_neurons = 2});
  for (at::Tensor& parameter : model->parameters()) parameter.detach().fill_(2);

  // One window of two neurons in three bins: their means are 2 and 5.
  const at::Tensor window = at::tensor({1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F}).view({1, 2, 3});
  const double output = model->forward(window).item<double>();
  const double expected = 2 * 2 + 2 * 5 + 2;  // two weights and the bias
  std::printf("output %g, expected %g\n", output, expected);
  return output == expected && model->offset() == facet::Offset{1, 2} ? 0 : 1;
}
