#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

TEST(TimeDistribution, IsTheBinThatMuchLater) {
  const auto time = make<Distribution>("time", {{"time_offset", 3}}, one_segment(10, {}));
  Random random(0);
  EXPECT_EQ(time->sample(std::vector<std::int64_t>{0, 6, 2}, random),
            (std::vector<std::int64_t>{3, 9, 5}));
}

TEST(TimeDistribution, AllowsReferencesWhosePositiveIsInTheirSegment) {
  const auto time =
      make<Distribution>("time", {{"time_offset", 3}}, in_segments({{0, 5}, {5, 7}, {10, 14}}, {}));
  EXPECT_EQ(time->references().all(), (std::vector<std::int64_t>{0, 1, 10}));
}

TEST(TimeDistribution, HasAnOffsetOfOneByDefault) {
  EXPECT_EQ(make<Distribution>("time", {}, one_segment(5, {}))->references().size(), 4);
}

TEST(TimeDistribution, RefusesAnOffsetLongerThanEverySegment) {
  const auto too_long = [] {
    make<Distribution>("time", {{"time_offset", 5}}, in_segments({{0, 5}, {5, 9}}, {}));
  };
  EXPECT_THAT(
      error_of(too_long),
      testing::HasSubstr("no segment is long enough for a time_offset of 5 bins between two "
                         "full windows"));
}

}  // namespace
}  // namespace facet
