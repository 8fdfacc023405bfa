#include <gtest/gtest.h>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

SamplingSpace skewed() {
  std::vector<std::int64_t> classes(100, 3);
  for (int i = 0; i < 10; ++i) classes[static_cast<std::size_t>(i)] = 8;
  return one_segment(100, {discrete_label("class", classes)});
}

TEST(PriorDistribution, DrawsEveryBinEquallyOftenWhateverTheReference) {
  const auto prior = make<Distribution>("prior", {}, skewed());
  EXPECT_EQ(prior->references().size(), 100);
  Random random(1);
  const auto observed = counts(prior->sample(std::vector<std::int64_t>(200000, 5), random));
  EXPECT_EQ(observed.size(), 100U);
  EXPECT_LT(chi_square_z(observed), 5);
}

TEST(PriorDistribution, BalancesTheClassesOfALabel) {
  const auto prior = make<Distribution>("prior", {{"label", "class"}}, skewed());
  Random random(2);
  double count = 0;
  for (const std::int64_t bin : prior->sample(std::vector<std::int64_t>(200000, 50), random))
    count += bin < 10;
  EXPECT_NEAR(count / 2e5, 0.5, 5 * 0.5 / std::sqrt(2e5));
}

}  // namespace
}  // namespace facet
