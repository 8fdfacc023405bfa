#include "core/distributions/von_mises_fisher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace facet {
namespace {

/// A unit vector that lies along no axis.
std::vector<double> some_direction(std::int64_t d) {
  std::vector<double> direction(static_cast<std::size_t>(d));
  for (std::size_t k = 0; k < direction.size(); ++k)
    direction[k] = std::sqrt(2.0 * (static_cast<double>(k) + 1) / static_cast<double>(d * (d + 1)));
  return direction;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The cosines between draws and their mean direction.
std::vector<double> cosines(std::int64_t d, double kappa, int draws) {
  const VonMisesFisher distribution(d, kappa);
  const std::vector<double> mean = some_direction(d);
  Random random(1);
  std::vector<double> found;
  for (int i = 0; i < draws; ++i) {
    std::vector<double> draw = mean;
    distribution.draw_around(draw.data(), random);
    found.push_back(dot(draw, mean));
  }
  return found;
}

struct Case {
  std::int64_t d;
  double kappa;
  double resultant;  // I_{d/2}(kappa) / I_{d/2 - 1}(kappa), from scipy.special.ive
  double spread;     // standard deviation of the cosine: sqrt(1 - (d - 1) A / kappa - A^2)
};

TEST(VonMisesFisher, HasTheMeanResultantLengthOfTheBesselFunctions) {
  for (const Case& expected :
       {Case{2, 0, 0, 0.707107}, Case{2, 0.5, 0.24249961, 0.675422},
        Case{2, 4, 0.86352261, 0.196082}, Case{2, 100, 0.99498737, 0.00708899},
        Case{3, 0, 0, 0.577350}, Case{3, 2, 0.53731472, 0.417107}, Case{3, 50, 0.98, 0.02},
        Case{10, 5, 0.42245015, 0.247236}, Case{10, 300, 0.98508779, 0.00702949},
        Case{768, 200, 0.24484138, 0.0329545}, Case{768, 5000, 0.92623007, 0.00376425}}) {
    SCOPED_TRACE(std::to_string(expected.d) + " dimensions, kappa " +
                 std::to_string(expected.kappa));
    const int draws = expected.d == 768 ? 4000 : 200000;
    double sum = 0;
    for (const double cosine : cosines(expected.d, expected.kappa, draws)) sum += cosine;
    EXPECT_NEAR(sum / draws, expected.resultant, 5 * expected.spread / std::sqrt(draws));
  }
}

// In three dimensions the cosine w has the distribution function
// (exp(kappa w) - exp(-kappa)) / (exp(kappa) - exp(-kappa)).
TEST(VonMisesFisher, HasTheDistributionOfTheCosine) {
  for (const double kappa : {0.5, 3.0, 40.0}) {
    std::vector<double> found = cosines(3, kappa, 200000);
    std::sort(found.begin(), found.end());
    double distance = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double expected =
          (std::exp(kappa * (found[i] - 1)) - std::exp(-2 * kappa)) / (1 - std::exp(-2 * kappa));
      distance = std::max(distance, std::abs(expected - (static_cast<double>(i) + 0.5) / 200000));
    }
    EXPECT_LT(distance, 0.0061) << kappa;  // Kolmogorov and Smirnov: one in a million
  }
}

TEST(VonMisesFisher, DrawsUnitVectorsEvenlyAroundTheMean) {
  const std::vector<double> mean = some_direction(4);
  const std::vector<double> across = {-mean[1], mean[0], -mean[3], mean[2]};
  Random random(2);
  const VonMisesFisher distribution(4, 5);
  double sum = 0;
  for (int i = 0; i < 100000; ++i) {
    std::vector<double> draw = mean;
    distribution.draw_around(draw.data(), random);
    ASSERT_NEAR(dot(draw, draw), 1, 1e-12);
    sum += dot(draw, across);
  }
  EXPECT_NEAR(sum / 1e5, 0, 5 / std::sqrt(1e5));
}

TEST(VonMisesFisher, IsTheMeanForAHugeConcentration) {
  for (const std::int64_t d : {2, 3, 50}) {
    for (const double cosine : cosines(d, 1e12, 100)) EXPECT_NEAR(cosine, 1, 1e-9);
  }
}

}  // namespace
}  // namespace facet
