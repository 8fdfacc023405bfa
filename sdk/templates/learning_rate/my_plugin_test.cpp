// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and compares its factors
// with those that were worked out by hand.

#include <cstdio>

#include "facet/framework.h"
#include "facet/learning_rate.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto rate = registry->create<facet::LearningRate>({"my_plugin/halving", {{"every", 10}}},
                                                          {.num_steps = 100});

  const bool right = rate->factor(0) == 1 && rate->factor(9) == 1 && rate->factor(10) == 0.5 &&
                     rate->factor(39) == 0.125;
  std::printf("the factors are %s\n", right ? "right" : "wrong");
  return right ? 0 : 1;
}
