// my_plugin_test FOLDER: uses the plugin in that folder as a run would, on a model whose map is
// worked out by hand.

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <cstdio>

#include "facet/attribution.h"
#include "facet/framework.h"

/// Three times the sum of a window.
struct ThreeTimesTheSum : facet::Model {
  at::Tensor forward(const at::Tensor& windows) override {
    return (windows * 3).sum({1, 2}).unsqueeze(1);
  }
  facet::Offset offset() const override { return {1, 1}; }
  std::int64_t num_output() const override { return 1; }
};

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto attribution =
      registry->create<facet::Attribution>({"my_plugin/SignalTimesGradient", {}});

  ThreeTimesTheSum model;
  facet::Random random(0);
  const at::Tensor windows = at::tensor({1.0F, 2.0F, 3.0F, 4.0F}).view({1, 2, 2});
  const at::Tensor map = attribution->attribute(model, windows, random);
  const bool right = map.equal(at::tensor({3.0F, 6.0F, 9.0F, 12.0F}).view({1, 1, 2, 2}));
  std::printf("the map is %s\n", right ? "right" : "wrong");
  return right ? 0 : 1;
}
