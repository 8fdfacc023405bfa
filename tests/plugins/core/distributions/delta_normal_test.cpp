#include <ATen/TensorOperators.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// Labels 0, 1e-4, ..., 1.
SamplingSpace fine_grid() {
  std::vector<double> values;
  for (int i = 0; i <= 10000; ++i) values.push_back(i * 1e-4);
  return one_segment(10001, {continuous_label("x", values)});
}

double normal_distribution(double z) {
  return std::erfc(-z / std::numbers::sqrt2) / 2;
}

TEST(DeltaNormalDistribution, IsNormalAroundTheReferenceWithDeltaAsStandardDeviation) {
  const auto distribution =
      make<Distribution>("delta_normal", {{"label", "x"}, {"delta", 0.05}}, fine_grid());
  const std::vector<std::int64_t> references(200000, 5000);
  Random random(1);
  auto positives = distribution->sample(references, random);
  std::sort(positives.begin(), positives.end());

  // Kolmogorov and Smirnov: above 0.006 happens by chance once in a million samples; the grid adds
  // up to 0.0004.
  double distance = 0;
  const auto n = static_cast<double>(positives.size());
  for (std::size_t i = 0; i < positives.size(); ++i) {
    const double z = static_cast<double>(positives[i] - 5000) * 1e-4 / 0.05;
    distance = std::max(distance, std::abs(normal_distribution(z) - (static_cast<double>(i) / n)));
  }
  EXPECT_LT(distance, 0.0082);  // ties on the grid: one more step of 0.0008 at most
}

TEST(DeltaNormalDistribution, VariesEveryColumn) {
  SamplingSpace space = fine_grid();
  Label x = space.labels.all()[0], y = x;
  y.name = "y";
  y.values = 1 - x.values;
  space.labels = Labels(10001, {x, y});
  const auto distribution = make<Distribution>(
      "delta_normal", {{"label", Value::List{"x", "y"}}, {"delta", 0.05}}, space);
  // Along the line x + y = 1 the nearest label is the projection of (N, N): N(0, delta) / sqrt 2
  // in each column.
  const std::vector<std::int64_t> references(100000, 5000);
  Random random(2);
  double square = 0;
  for (const std::int64_t positive : distribution->sample(references, random))
    square += std::pow(static_cast<double>(positive - 5000) * 1e-4, 2);
  EXPECT_NEAR(std::sqrt(square / 1e5), 0.05 / std::numbers::sqrt2, 6 * 0.05 / std::sqrt(4e5));
}

// Labels at 100 +- 0.01 in 4000 bins, as float32 would have them: |x|^2 + |q|^2 - 2 x q in single
// precision cannot tell them apart.
TEST(DeltaNormalDistribution, FindsTheNearestOfLabelsFarFromZero) {
  std::vector<double> values;
  for (int i = 0; i < 4000; ++i) values.push_back(99.99F + 5e-6F * static_cast<float>(i));
  for (double& value : values) value = static_cast<float>(value);
  const SamplingSpace space = one_segment(4000, {continuous_label("position", values)});
  const auto distribution =
      make<Distribution>("delta_normal", {{"label", "position"}, {"delta", 1e-12}}, space);
  std::vector<std::int64_t> references;
  for (std::int64_t bin = 0; bin < 4000; ++bin) references.push_back(bin);
  Random random(4);
  const auto positives = distribution->sample(references, random);
  for (std::size_t i = 0; i < references.size(); ++i)
    ASSERT_EQ(values[static_cast<std::size_t>(positives[i])], values[i]);
}

TEST(DeltaNormalDistribution, AllowsEveryBin) {
  EXPECT_EQ(make<Distribution>("delta_normal", {{"label", "x"}}, fine_grid())->references().size(),
            10001);
}

TEST(DeltaNormalDistribution, RefusesADeltaOfZero) {
  EXPECT_EQ(error_of([] {
              make<Distribution>("delta_normal", {{"label", "x"}, {"delta", 0.0}}, fine_grid());
            }),
            "delta must be > 0, got 0.0");
}

}  // namespace
}  // namespace facet
