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

TEST(TimeDistribution, IsTheBinThatMuchEarlierForANegativeOffset) {
  const auto time =
      make<Distribution>("time", {{"time_offset", -2}}, in_segments({{0, 4}, {4, 7}}, {}));
  EXPECT_EQ(time->references().all(), (std::vector<std::int64_t>{2, 3, 6}));
  Random random(0);
  EXPECT_EQ(time->sample(std::vector<std::int64_t>{6, 2}, random),
            (std::vector<std::int64_t>{4, 0}));
}

// Windows of 10 bins in 200 bins, positives 50 bins later: the lag is 50 between bins both of whose
// windows fit. (Moving what lies too near to the end inwards makes it shorter.)
TEST(TimeDistribution, DrawsOnlyWhereBothWindowsFit) {
  SamplingSpace space = one_segment(200, {});
  space.bins = space.bins.fitting({5, 5});
  const auto time = make<Distribution>("time", {{"time_offset", 50}}, space);
  EXPECT_EQ(time->references().segments(), (std::vector<Segment>{{5, 146}}));
  const DrawnPairs pairs = draw_pairs(*time, 200000, 1);
  EXPECT_LT(chi_square_z(counts(pairs.references)), 5);
  for (std::size_t i = 0; i < pairs.references.size(); ++i) {
    ASSERT_EQ(pairs.positives[i] - pairs.references[i], 50);
    ASSERT_TRUE(space.bins.contains(pairs.positives[i]));
  }
}

TEST(TimeDistribution, RefusesAnOffsetOfZero) {
  EXPECT_EQ(error_of([] {
              make<Distribution>("time", {{"time_offset", 0}}, one_segment(5, {}));
            }),
            "time_offset must not be 0: every reference would be its own positive");
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
