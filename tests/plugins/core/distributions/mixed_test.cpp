#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

const Table mixed_options{{"label", "x"}, {"discrete", "class"}, {"time_delta", 3}};

/// x = bin; of four bins in a row three are of class 5 and one of class -1; 400 of 1000 bins are
/// held out.
SamplingSpace four_by_four() {
  std::vector<double> x;
  std::vector<std::int64_t> classes;
  for (int i = 0; i < 1000; ++i) {
    x.push_back(i);
    classes.push_back(i % 4 == 3 ? -1 : 5);
  }
  SamplingSpace space =
      one_segment(1000, {continuous_label("x", x), discrete_label("class", classes)});
  space.segments = {{0, 600}};
  space.bins = Bins({{0, 600}});
  return space;
}

TEST(MixedDistribution, FindsTheNearestLabelWithinTheClass) {
  const auto mixed = make<Distribution>("mixed", mixed_options, four_by_four());
  Random random(1);
  // 100 + 3 = 103 is of class -1: 102 is the nearest of class 5; 103 + 3 lies between 103 and 107.
  EXPECT_EQ(mixed->sample(std::vector<std::int64_t>{100, 101, 103, 599}, random),
            (std::vector<std::int64_t>{102, 104, 107, 599}));
}

// Every difference within a segment is 3: none is 0, as of the first bins, or that of a border.
TEST(MixedDistribution, TakesDifferencesWithinSegmentsAlone) {
  SamplingSpace space = four_by_four();
  space.segments = {{0, 200}, {400, 600}};
  space.bins = Bins(space.segments);
  const auto mixed = make<Distribution>("mixed", mixed_options, space);
  Random random(3);
  const auto observed = counts(mixed->sample(std::vector<std::int64_t>(20000, 100), random));
  EXPECT_EQ(observed, (std::map<std::int64_t, double>{{102, 20000}}));
}

TEST(MixedDistribution, DrawsReferencesUniformlyOverItsClassesUnlessAskedOtherwise) {
  const SamplingSpace space = four_by_four();
  const auto asked = make<Distribution>("mixed", mixed_options, space)->default_prior();
  ASSERT_TRUE(asked);
  const auto prior = built_plugins().create<Prior>(*asked, space);
  Random random(2);
  double rare = 0;
  for (const std::int64_t bin : prior->sample(200000, random)) rare += bin % 4 == 3;
  EXPECT_NEAR(rare / 2e5, 0.5, 5 * 0.5 / std::sqrt(2e5));
  EXPECT_FALSE(make<Distribution>("time", {}, space)->default_prior());
}

TEST(MixedDistribution, RefusesLabelsOfTheOtherKind) {
  const auto refused = [](const char* label, const char* discrete) {
    return error_of([&] {
      make<Distribution>("mixed", {{"label", label}, {"discrete", discrete}}, four_by_four());
    });
  };
  const std::string what = "distribution 'mixed' cannot be used: ";
  EXPECT_EQ(refused("class", "class"),
            what +
                "label 'class' is discrete, a continuous one is needed: list it in [data] "
                "continuous to use its numbers as they are");
  EXPECT_EQ(refused("x", "x"),
            what +
                "label 'x' is continuous, a discrete one is needed: list it in [data] discrete "
                "if its values are classes");
}

}  // namespace
}  // namespace facet
