#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// An angle that goes round once in 10000 bins.
SamplingSpace circle() {
  std::vector<double> angles;
  for (int i = 0; i < 10000; ++i) angles.push_back(2 * std::numbers::pi * i / 10000);
  return one_segment(10000, {continuous_label("angle", angles)});
}

const Value angle = Table{{"name", "angle"}, {"circular", true}};

Label directions(const std::vector<double>& values, std::int64_t columns) {
  return {"direction", LabelKind::continuous, at::tensor(values, at::kDouble).view({-1, columns})};
}

TEST(DeltaVmfDistribution, IsAsFarFromTheReferenceAsItsConcentrationSays) {
  // I_1(kappa) / I_0(kappa) and the standard deviation of the cosine, from scipy.special.ive.
  struct Case {
    double kappa, resultant, spread;
  };
  for (const Case& expected :
       {Case{0, 0, 0.707107}, Case{0.5, 0.24249961, 0.675422}, Case{4, 0.86352261, 0.196082}}) {
    const auto distribution =
        make<Distribution>("delta_vmf", {{"label", angle}, {"delta", expected.kappa}}, circle());
    Random random(1);
    double cosine = 0, sine = 0;
    for (const std::int64_t bin :
         distribution->sample(std::vector<std::int64_t>(200000, 1250), random)) {
      cosine += std::cos(2 * std::numbers::pi * static_cast<double>(bin - 1250) / 10000);
      sine += std::sin(2 * std::numbers::pi * static_cast<double>(bin - 1250) / 10000);
    }
    EXPECT_NEAR(cosine / 2e5, expected.resultant, 5 * expected.spread / std::sqrt(2e5));
    EXPECT_NEAR(sine / 2e5, 0, 5 / std::sqrt(2e5));
  }
}

TEST(DeltaVmfDistribution, IsUniformOnTheCircleForAConcentrationOfZero) {
  const auto distribution =
      make<Distribution>("delta_vmf", {{"label", angle}, {"delta", 0.0}}, circle());
  Random random(2);
  std::vector<std::int64_t> sectors;
  for (const std::int64_t bin : distribution->sample(std::vector<std::int64_t>(200000, 17), random))
    sectors.push_back(bin / 100);
  EXPECT_EQ(counts(sectors).size(), 100U);
  EXPECT_LT(chi_square_z(counts(sectors)), 5);
}

// A long label in the reference's direction is nearer than a short one beside it.
TEST(DeltaVmfDistribution, ComparesDirectionsAndNotLengths) {
  const SamplingSpace space =
      one_segment(4, {directions({1, 0, 0, 0.9, 0.3, 0, 500, 1, 0, 0, 0, -7}, 3)});
  const auto distribution =
      make<Distribution>("delta_vmf", {{"label", "direction"}, {"delta", 1e9}}, space);
  Random random(3);
  EXPECT_EQ(distribution->sample(std::vector<std::int64_t>{0, 1, 2, 3}, random),
            (std::vector<std::int64_t>{0, 1, 2, 3}));
  SamplingSpace without_the_first = space;
  without_the_first.bins = Bins({{1, 4}});
  const auto others =
      make<Distribution>("delta_vmf", {{"label", "direction"}, {"delta", 1e9}}, without_the_first);
  EXPECT_EQ(others->sample(std::vector<std::int64_t>{0}, random), (std::vector<std::int64_t>{2}));
}

TEST(DeltaVmfDistribution, RefusesWhatIsNoDirection) {
  const auto refused = [](const SamplingSpace& space, double delta) {
    return error_of([&] {
      make<Distribution>("delta_vmf", {{"label", "direction"}, {"delta", delta}}, space);
    });
  };
  const std::string what = "distribution 'delta_vmf' cannot be used: ";
  EXPECT_EQ(refused(one_segment(2, {directions({1, 2}, 1)}), 1),
            what +
                "a direction has at least 2 columns, the label has 1: give an angle with "
                "circular = true");
  SamplingSpace zero = one_segment(3, {directions({1, 2, 0, 0, 3, 4}, 2)});
  EXPECT_EQ(refused(zero, 1), what + "the label is zero in bin 1, which is no direction");
  zero.bins = Bins({{0, 1}, {2, 3}});
  EXPECT_EQ(refused(zero, 1), "(no error)");
  EXPECT_EQ(refused(zero, -0.5), "delta must be >= 0, got -0.5");
}

}  // namespace
}  // namespace facet
