// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and tells it two losses.

#include <cstdio>

#include "facet/framework.h"
#include "facet/observer.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto observer = registry->create<facet::Observer>({"my_plugin/EndBelow", {{"loss", 1.5}}});

  const auto told = [&](double loss) {
    return observer->on_validation({.step = 10, .num_steps = 100, .quantities = {{"total", loss}}});
  };
  const bool right = told(1.6) == facet::Training::goes_on && told(1.4) == facet::Training::ends;
  std::printf("what it answers is %s\n", right ? "right" : "wrong");
  return right ? 0 : 1;
}
