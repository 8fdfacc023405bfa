// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and looks at its weights
// before and after it sets in.

#include <cstdio>

#include "facet/framework.h"
#include "facet/scheduler.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto scheduler = registry->create<facet::Scheduler>(
      {"my_plugin/late-weight", {{"from_step", 5}, {"weight", 0.25}}}, {.num_objectives = 2});

  const bool off = !scheduler->weights(4).has_value();
  const bool on = scheduler->weights(5) == std::vector<double>{0.25, 0.25};
  std::printf("step 4 is %s, step 5 is %s\n", off ? "right" : "wrong", on ? "right" : "wrong");
  return off && on ? 0 : 1;
}
