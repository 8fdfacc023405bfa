#include "von_mises_fisher.h"

#include <cmath>
#include <random>
#include <vector>

namespace facet {

VonMisesFisher::VonMisesFisher(std::int64_t d, double kappa)
    : d_(d),
      kappa_(kappa),
      b_(static_cast<double>(d - 1) /
         (2 * kappa + std::hypot(2 * kappa, static_cast<double>(d - 1)))) {}

double VonMisesFisher::draw_distance(Random& random) const {
  const auto m = static_cast<double>(d_ - 1);
  std::gamma_distribution<double> gamma(m / 2, 1);
  // With x0 = (1 - b) / (1 + b): 1 - x0 w = 2 b / ((1 + b) (1 - (1 - b) z)), and what the
  // acceptance compares is kappa (w - x0) + m log((1 - x0 w) / (1 - x0^2)).
  while (true) {
    const double one = gamma(random), other = gamma(random);
    const double z = one / (one + other);  // Beta(m / 2, m / 2)
    const double rest = 1 - (1 - b_) * z;
    const double distance = 2 * b_ * z / rest;
    const double ahead = 2 * b_ / (1 + b_) - distance;  // w - x0
    const double log_ratio = std::log((1 + b_) / (2 * rest));
    if (kappa_ * ahead + m * log_ratio >= std::log(1 - random.uniform())) return distance;
  }
}

void VonMisesFisher::draw_around(double* mean, Random& random) const {
  const double distance = draw_distance(random);
  const auto d = static_cast<std::size_t>(d_);
  std::normal_distribution<double> normal;
  std::vector<double> across(d);  // uniform among the directions at right angles to the mean
  double along = 0, square = 0;
  for (std::size_t k = 0; k < d; ++k) {
    across[k] = normal(random);
    along += across[k] * mean[k];
  }
  for (std::size_t k = 0; k < d; ++k) {
    across[k] -= along * mean[k];
    square += across[k] * across[k];
  }
  const double length = std::sqrt(distance * (2 - distance) / square);
  for (std::size_t k = 0; k < d; ++k) mean[k] += length * across[k] - distance * mean[k];
}

}  // namespace facet
