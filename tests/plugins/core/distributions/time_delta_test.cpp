#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

const Table options{{"label", "position"}, {"time_delta", 2}};

/// Two segments of 500 and 1500 bins in which the label rises by 1 and by 3 a bin, to 499 and from
/// 10000: within two bins it rises by 2 or by 6, and at the border by far more.
std::vector<double> positions() {
  std::vector<double> values;
  for (int i = 0; i < 500; ++i) values.push_back(i);
  for (int i = 0; i < 1500; ++i) values.push_back(10000 + 3 * i);
  return values;
}

TEST(TimeDeltaDistribution, DrawsTheDifferencesOfTheLabelWithinSegments) {
  const SamplingSpace space =
      in_segments({{0, 500}, {500, 2000}}, {continuous_label("position", positions())});
  const auto distribution = make<Distribution>("time_delta", options, space);
  const std::vector<std::int64_t> references(50000, 100);
  Random random(1);
  const auto observed = counts(distribution->sample(references, random));
  // From position 100 to 102 or 106. There are 498 differences of 2 and 1498 of 6.
  ASSERT_EQ(observed.size(), 2U);
  const double expected = 50000 * 498.0 / 1996.0;  // standard deviation 97
  EXPECT_NEAR(observed.at(102), expected, 5 * 97);
  EXPECT_NEAR(observed.at(106), 50000 - expected, 5 * 97);
}

// The label is 0, 1, 2, 3, 0, ...: it rises by 1 in three of four steps, falls by 3 in the fourth,
// and is never the same.
TEST(TimeDeltaDistribution, KeepsTheProbabilitiesOfTheDifferences) {
  std::vector<double> values;
  for (int i = 0; i < 4001; ++i) values.push_back(i % 4);
  const auto distribution =
      make<Distribution>("time_delta", {{"label", "position"}},
                         one_segment(4001, {continuous_label("position", values)}));
  Random random(3);
  const auto observed = counts(distribution->sample(std::vector<std::int64_t>(200000, 2), random));
  // From 2 to 3 or to -1, to which 0 is nearest.
  ASSERT_EQ(observed.size(), 2U);
  EXPECT_NEAR(observed.at(3), 150000, 5 * 194);
  EXPECT_NEAR(observed.at(0), 50000, 5 * 194);
}

TEST(TimeDeltaDistribution, TakesDifferencesFromBinsWithoutAFullWindow) {
  SamplingSpace space = one_segment(2000, {continuous_label("position", positions())});
  space.segments = {{0, 500}, {500, 2000}};
  space.bins = Bins({{50, 400}});  // where a window fits
  const auto distribution = make<Distribution>("time_delta", options, space);
  const std::vector<std::int64_t> references(1000, 100);
  Random random(1);
  EXPECT_EQ(counts(distribution->sample(references, random)).count(106), 1U);
}

TEST(TimeDeltaDistribution, NeverGivesAPositiveThatIsHeldOut) {
  SamplingSpace space = one_segment(2000, {continuous_label("position", positions())});
  space.segments = {{0, 500}};
  space.bins = Bins({{0, 102}, {104, 500}});
  const auto distribution = make<Distribution>("time_delta", options, space);
  Random random(1);
  // 102 and 103 are nearest to the queries 102 and 103 from 100 and 101, and may not be drawn.
  EXPECT_EQ(distribution->sample(std::vector<std::int64_t>{100, 101}, random),
            (std::vector<std::int64_t>{101, 104}));
  EXPECT_EQ(distribution->references().all(), space.bins.all());
}

TEST(TimeDeltaDistribution, RefusesADeltaLongerThanEverySegment) {
  const auto too_long = [] {
    make<Distribution>(
        "time_delta", {{"label", "position"}, {"time_delta", 3}},
        in_segments({{0, 3}, {3, 5}}, {continuous_label("position", {0, 1, 2, 3, 4})}));
  };
  EXPECT_EQ(error_of(too_long),
            "distribution 'time_delta' cannot be used: no segment is longer than the time_delta of "
            "3 bins");
}

TEST(TimeDeltaDistribution, NeedsALabel) {
  EXPECT_EQ(error_of([] { make<Distribution>("time_delta", {}, one_segment(5, {})); }),
            "label is missing: the continuous label that is compared");
}

}  // namespace
}  // namespace facet
