// Every distribution that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include <set>

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

/// With the label that it takes, of those that the space has.
std::shared_ptr<Distribution> make_distribution(const std::string& name, const SamplingSpace& in) {
  std::string last;
  for (const Table& options :
       {Table{}, Table{{"label", "continuous"}}, Table{{"label", "discrete"}}}) {
    try {
      return make<Distribution>(name, options, in);
    } catch (const Error& error) {
      last = error.what();
    }
  }
  throw Error(name + ": " + last);
}

TEST(EveryDistribution, GivesPositivesOfTheSpaceForTheReferencesItAllows) {
  const SamplingSpace in = space();
  ASSERT_GE(built_components("distribution").size(), 4U);
  for (const std::string& name : built_components("distribution")) {
    SCOPED_TRACE(name);
    const auto distribution = make_distribution(name, in);
    const Pairs pairs = draw_pairs(*distribution, 5000, 3);
    ASSERT_EQ(pairs.positives.size(), 5000U);
    for (const std::int64_t bin : pairs.references) ASSERT_TRUE(in.bins.contains(bin));
    for (const std::int64_t bin : pairs.positives) ASSERT_TRUE(in.bins.contains(bin)) << bin;
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
