#include "framework/judging/run_facets.h"

#include <algorithm>
#include <set>

namespace facet {

std::vector<FeatureRange> run_facets(const RunConfig& config, std::int64_t num_output) {
  std::vector<FeatureRange> facets;
  const auto add = [&](const FeatureRange& range) {
    if (std::find(facets.begin(), facets.end(), range) == facets.end()) facets.push_back(range);
  };
  std::set<std::int64_t> cuts = {0, num_output};
  for (const FeatureRange& slice : objective_slices(config)) {
    add(slice);
    cuts.insert({slice.begin, slice.end});
  }
  add({0, num_output});
  for (auto begin = cuts.begin(), end = std::next(begin); end != cuts.end(); ++begin, ++end)
    add({*begin, *end});
  return facets;
}

}  // namespace facet
