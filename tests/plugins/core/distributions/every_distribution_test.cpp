// Every distribution that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// Two segments with a hole and a held-out end, and labels for whoever asks.
SamplingSpace space() {
  std::vector<std::int64_t> classes;
  for (int i = 0; i < 300; ++i) classes.push_back(i % 7);
  Random random(5);
  Label continuous{"continuous", LabelKind::continuous,
                   at::randn({300, 2}, random.generator(), at::kDouble)};
  SamplingSpace space = in_segments({{0, 90}, {100, 220}},
                                    {std::move(continuous), discrete_label("discrete", classes)});
  space.bins = space.bins.fitting({5, 5});
  return space;
}

/// Labels for the options that must be given one, every combination.
std::vector<Table> label_choices(const std::string& name) {
  std::vector<Table> choices = {{}};
  for (const OptionInfo& option : built_plugins().find("distribution", name).options) {
    if (option.type != OptionType::label || !option.required) continue;
    std::vector<Table> longer;
    for (const char* label : {"continuous", "discrete"}) {
      for (Table choice : choices) {
        choice.set(option.name, label);
        longer.push_back(std::move(choice));
      }
    }
    choices = std::move(longer);
  }
  return choices;
}

/// With the labels that it takes, of those that the space has.
std::shared_ptr<Distribution> make_distribution(const std::string& name, const SamplingSpace& in) {
  std::string last;
  for (const Table& options : label_choices(name)) {
    try {
      return make<Distribution>(name, options, in);
    } catch (const Error& error) {
      last = error.what();
    }
  }
  throw Error(name + ": " + last);
}

/// Pearson's chi-square of two samples of bins having one distribution, as a standard normal; of
/// bins that are drawn often enough.
double difference_z(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  std::map<std::int64_t, double> in_a = counts(a), in_b = counts(b);
  double chi_square = 0, freedom = -1;
  for (const auto& [bin, count] : in_a) {
    const double both = count + in_b[bin];
    if (both < 20) continue;
    chi_square += std::pow(count - in_b[bin], 2) / both;
    ++freedom;
  }
  if (freedom < 1) return 0;
  const double spread = 2 / (9 * freedom);
  return (std::cbrt(chi_square / freedom) - (1 - spread)) / std::sqrt(spread);
}

TEST(EveryDistribution, GivesPositivesOfTheSpaceForTheReferencesItAllows) {
  const SamplingSpace in = space();
  ASSERT_GE(built_components("distribution").size(), 7U);
  for (const std::string& name : built_components("distribution")) {
    SCOPED_TRACE(name);
    const auto distribution = make_distribution(name, in);
    const DrawnPairs pairs = draw_pairs(*distribution, 5000, 3);
    ASSERT_EQ(pairs.positives.size(), 5000U);
    for (const std::int64_t bin : pairs.references) ASSERT_TRUE(in.bins.contains(bin));
    for (const std::int64_t bin : pairs.positives) ASSERT_TRUE(in.bins.contains(bin)) << bin;
  }
}

// Borders part windows and differences; labels are compared over all that is trained on.
TEST(EveryDistribution, FindsLabelsInWhicheverSegmentTheyAre) {
  const SamplingSpace in = space();
  for (const std::string& name : built_components("distribution")) {
    if (label_choices(name).size() == 1) continue;  // it compares none
    const DrawnPairs pairs = draw_pairs(*make_distribution(name, in), 5000, 3);
    std::int64_t crossed = 0;
    for (std::size_t i = 0; i < pairs.references.size(); ++i)
      crossed += (pairs.references[i] < 90) != (pairs.positives[i] < 90);
    EXPECT_GT(crossed, 0) << name;
  }
}

TEST(EveryDistribution, AsksForNoPriorUnlessItIsTheMixedOne) {
  const SamplingSpace in = space();
  for (const std::string& name : built_components("distribution"))
    EXPECT_EQ(make_distribution(name, in)->default_prior().has_value(), name == "core/mixed")
        << name;
}

TEST(EveryDistribution, KeepsToSessionsAndGivesEachAsManyPositivesAsReferences) {
  SamplingSpace in = space();
  in.segments[1].session = 1;
  in.bins = Bins(in.segments).fitting({5, 5});
  for (const std::string& name : built_components("distribution")) {
    SCOPED_TRACE(name);
    const auto distribution = make_distribution(name, in);
    const DrawnPairs pairs = draw_pairs(*distribution, 5000, 3);
    const auto of_first = [&](const std::vector<std::int64_t>& bins) {
      for (const std::int64_t bin : bins) EXPECT_TRUE(in.bins.contains(bin)) << bin;
      return std::count_if(bins.begin(), bins.end(), [](std::int64_t bin) { return bin < 90; });
    };
    EXPECT_EQ(of_first(pairs.positives), of_first(pairs.references));
  }
}

// What is drawn must not depend on how many are drawn at once, nor on what was drawn before.
TEST(EveryDistribution, KeepsItsStatisticsOver200000Draws) {
  const SamplingSpace in = space();
  for (const std::string& name : built_components("distribution")) {
    SCOPED_TRACE(name);
    const auto distribution = make_distribution(name, in);
    const Bins& allowed = distribution->references();
    std::vector<std::int64_t> references;
    for (std::int64_t i = 0; i < 200000; ++i) references.push_back(allowed[i % allowed.size()]);
    Random once(4);
    const auto at_once = distribution->sample(references, once);
    std::vector<std::int64_t> in_steps;
    for (std::size_t first = 0; first < references.size(); first += 500) {
      Random step(5, name, first);
      const auto drawn = distribution->sample(std::span(references).subspan(first, 500), step);
      in_steps.insert(in_steps.end(), drawn.begin(), drawn.end());
    }
    EXPECT_LT(difference_z(at_once, in_steps), 5);  // by chance 3 times in 10 million
  }
}

TEST(EveryDistribution, IsAFunctionOfTheGeneratorThatItIsHanded) {
  const SamplingSpace in = space();
  for (const std::string& name : built_components("distribution")) {
    SCOPED_TRACE(name);
    const auto distribution = make_distribution(name, in);
    EXPECT_EQ(draw_pairs(*distribution, 500, 3).positives,
              draw_pairs(*distribution, 500, 3).positives);
  }
}

}  // namespace
}  // namespace facet
