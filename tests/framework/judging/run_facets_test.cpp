#include "framework/judging/run_facets.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

RunConfig with_slices(const std::vector<std::vector<std::int64_t>>& slices) {
  RunConfig config;
  for (const auto& slice : slices) config.objective.push_back({slice, {"InfoNCE"}, {}, {}});
  return config;
}

TEST(RunFacets, AreSlicesTheWholeAndWhatTheSlicesLeave) {
  const std::vector<FeatureRange> expected = {{0, 6}, {3, 6}, {0, 3}};
  EXPECT_EQ(run_facets(with_slices({{0, 6}, {3, 6}}), 6), expected);
}

TEST(RunFacets, OccurOnce) {
  const std::vector<FeatureRange> expected = {{0, 2}, {2, 4}, {0, 4}};
  EXPECT_EQ(run_facets(with_slices({{0, 2}, {2, 4}, {0, 2}}), 4), expected);
}

}  // namespace
}  // namespace facet
