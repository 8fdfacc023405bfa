// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and counts what it hides.

#include <ATen/TensorOperators.h>

#include <cstdio>

#include "facet/framework.h"
#include "facet/mask.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto mask = registry->create<facet::Mask>({"my_plugin/OneNeuronMask", {}});

  facet::Random random(0);
  const at::Tensor keep =
      mask->keep({.num_windows = 100, .num_neurons = 7, .num_bins = 3}, random).expand({100, 7, 3});
  // All three bins of one of the seven neurons, in every window.
  const bool one = keep.sum(2).sum(1).eq(6 * 3).all().item<bool>();
  const bool each_some_time = keep.sum(2).sum(0).lt(100 * 3).all().item<bool>();
  std::printf("hidden %s, drawn %s\n", one ? "right" : "wrong", each_some_time ? "right" : "wrong");
  return one && each_some_time ? 0 : 1;
}
