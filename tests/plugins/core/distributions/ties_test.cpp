#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// The angle and number 0, 1, 2, 3, 0, 1, ...: every label occurs in 50 bins, of which 30 are of
/// the first class.
SamplingSpace repeating() {
  std::vector<double> values;
  std::vector<std::int64_t> classes;
  for (int i = 0; i < 200; ++i) {
    values.push_back(i % 4);
    classes.push_back(i < 120 ? 0 : 1);
  }
  return one_segment(200, {continuous_label("x", values), discrete_label("class", classes)});
}

const std::vector<std::pair<std::string, Table>> by_nearest_label = {
    {"time_delta", {{"label", "x"}, {"time_delta", 4}}},
    {"delta_normal", {{"label", "x"}, {"delta", 1e-6}}},
    {"delta_vmf", {{"label", Table{{"name", "x"}, {"circular", true}}}, {"delta", 1e9}}},
    {"mixed", {{"label", "x"}, {"discrete", "class"}, {"time_delta", 4}}}};

TEST(Ties, GoToTheLowestBin) {
  for (const auto& [name, options] : by_nearest_label) {
    const auto distribution = make<Distribution>(name, options, repeating());
    Random random(1);
    EXPECT_EQ(distribution->sample(std::vector<std::int64_t>{2, 102, 61}, random),
              (std::vector<std::int64_t>{2, 2, 1}))
        << name;
  }
}

TEST(Ties, GoToAnyBinWithEqualChancesWhenRandom) {
  for (auto [name, options] : by_nearest_label) {
    options.set("ties", "random");
    const auto distribution = make<Distribution>(name, options, repeating());
    Random random(2);
    const auto observed =
        counts(distribution->sample(std::vector<std::int64_t>(200000, 102), random));
    EXPECT_EQ(observed.size(), name == "mixed" ? 30U : 50U) << name;
    EXPECT_LT(chi_square_z(observed), 5) << name;
    for (const auto& [bin, count] : observed) EXPECT_EQ(bin % 4, 2) << name;
  }
}

TEST(Ties, AreLowestOrRandom) {
  EXPECT_EQ(error_of([] {
              make<Distribution>("time_delta", {{"label", "x"}, {"ties", "highest"}}, repeating());
            }),
            "ties must be one of 'lowest', 'random', got \"highest\"");
}

}  // namespace
}  // namespace facet
