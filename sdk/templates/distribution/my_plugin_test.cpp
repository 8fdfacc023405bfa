// my_plugin_test FOLDER: uses the plugin in that folder as a run would, and looks at what it draws
// in two segments of ten bins.

#include <cstdio>
#include <set>

#include "facet/distribution.h"
#include "facet/framework.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const std::vector<facet::Segment> segments = {{0, 10}, {10, 20}};
  const facet::SamplingSpace space{facet::Labels(20, {}), segments, facet::Bins(segments)};
  const auto distribution =
      registry->create<facet::Distribution>({"my_plugin/SoonAfter", {{"lag", 2}}}, space);

  // The last two bins of a segment have none that is two bins later.
  const bool right_references = distribution->references().size() == 16 &&
                                !distribution->references().contains(8) &&
                                !distribution->references().contains(19);
  facet::Random random(0);
  std::set<std::int64_t> drawn;
  for (int i = 0; i < 100; ++i)
    drawn.insert(distribution->sample(std::vector<std::int64_t>{7}, random).at(0));
  const bool right_positives = drawn == std::set<std::int64_t>{8, 9};

  std::printf("references %s, positives %s\n", right_references ? "right" : "wrong",
              right_positives ? "right" : "wrong");
  return right_references && right_positives ? 0 : 1;
}
