#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// Classes -4 (40 bins), 0 (120 bins) and 90 (40 bins), mixed in time; 200 more bins are held out.
SamplingSpace three_classes() {
  std::vector<std::int64_t> classes;
  for (int i = 0; i < 40; ++i) classes.insert(classes.end(), {0, -4, 0, 90, 0});
  classes.resize(400, 55);
  SamplingSpace space = one_segment(400, {discrete_label("class", classes)});
  space.segments = {{0, 200}};
  space.bins = Bins(space.segments);
  return space;
}

std::int64_t class_of(const SamplingSpace& space, std::int64_t bin) {
  return space.labels.find("class").values[bin].item<std::int64_t>();
}

TEST(DiscreteDistribution, IsUniformWithinTheClassOfTheReference) {
  const SamplingSpace space = three_classes();
  const auto distribution = make<Distribution>("discrete", {{"label", "class"}}, space);
  Random random(1);
  for (const std::int64_t reference : {0, 1, 3}) {
    const auto observed =
        counts(distribution->sample(std::vector<std::int64_t>(200000, reference), random));
    EXPECT_EQ(observed.size(), reference == 0 ? 120U : 40U);
    EXPECT_LT(chi_square_z(observed), 5);
    for (const auto& [bin, count] : observed)
      EXPECT_EQ(class_of(space, bin), class_of(space, reference));
  }
}

TEST(DiscreteDistribution, RefusesALabelThatIsNotDiscrete) {
  const auto with_continuous = [] {
    make<Distribution>("discrete", {{"label", "x"}},
                       one_segment(3, {continuous_label("x", {0, 1, 2})}));
  };
  EXPECT_EQ(error_of(with_continuous),
            "distribution 'discrete' cannot be used: label 'x' is continuous, a discrete one is "
            "needed: list it in [data] discrete if its values are classes");
}

SamplingSpace sixty_bins() {
  SamplingSpace space = one_segment(100, {});
  space.bins = Bins({{10, 30}, {50, 90}});
  return space;
}

TEST(EmpiricalPrior, DrawsEveryBinEquallyOften) {
  const auto prior = make<Prior>("empirical", {}, sixty_bins());
  Random random(1);
  std::vector<std::int64_t> drawn;
  for (int step = 0; step < 10000; ++step)
    for (const std::int64_t bin : prior->sample(20, random)) drawn.push_back(bin);
  const auto observed = counts(drawn);
  EXPECT_EQ(observed.size(), 60U);
  EXPECT_EQ(observed.begin()->first, 10);
  EXPECT_EQ(observed.rbegin()->first, 89);
  EXPECT_EQ(observed.count(30), 0U);
  EXPECT_LT(chi_square_z(observed), 5);
}

TEST(EmpiricalPrior, DrawsEachBinOnceBeforeAnyOfThemAgain) {
  const auto prior = make<Prior>("empirical", {}, sixty_bins());
  Random random(2);
  EXPECT_EQ(counts(prior->sample(20, random)).size(), 20U);
  EXPECT_EQ(counts(prior->sample(60, random)).size(), 60U);
  const auto observed = counts(prior->sample(90, random));
  EXPECT_EQ(observed.size(), 60U);
  for (const auto& [bin, count] : observed) EXPECT_LE(count, 2) << bin;
}

TEST(UniformPrior, DrawsEveryClassEquallyOftenAndEveryBinWithinIt) {
  const SamplingSpace space = three_classes();
  Random random(1);
  const auto bins = make<Prior>("uniform", {{"label", "class"}}, space)->sample(200000, random);
  std::vector<std::int64_t> classes;
  std::map<std::int64_t, std::vector<std::int64_t>> by_class;
  for (const std::int64_t bin : bins) {
    classes.push_back(class_of(space, bin));
    by_class[classes.back()].push_back(bin);
  }
  EXPECT_EQ(counts(classes).size(), 3U);  // not 55, which is held out
  EXPECT_LT(chi_square_z(counts(classes)), 5);
  for (const auto& [value, own] : by_class) {
    EXPECT_EQ(counts(own).size(), value == 0 ? 120U : 40U);
    EXPECT_LT(chi_square_z(counts(own)), 5);
  }
}

}  // namespace
}  // namespace facet
