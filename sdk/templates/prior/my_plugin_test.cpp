// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and looks at what it draws.

#include <cstdio>
#include <set>

#include "facet/distribution.h"
#include "facet/framework.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const std::vector<facet::Segment> segments = {{0, 10}, {15, 25}};
  const facet::SamplingSpace space{facet::Labels(25, {}), segments, facet::Bins(segments)};
  const auto prior = registry->create<facet::Prior>({"my_plugin/LastPart", {{"part", 0.1}}}, space);

  facet::Random random(0);
  const std::vector<std::int64_t> sample = prior->sample(100, random);
  const bool right = sample.size() == 100 && std::set<std::int64_t>(sample.begin(), sample.end()) ==
                                                 std::set<std::int64_t>{23, 24};
  std::printf("what is drawn is %s\n", right ? "right" : "wrong");
  return right ? 0 : 1;
}
