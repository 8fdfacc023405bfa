#pragma once

#include <cstdint>

#include "facet/random.h"

namespace facet {

/// Directions around a mean direction: density proportional to exp(kappa mean . x) on the unit
/// sphere of d dimensions; uniform for kappa 0. Immutable.
///
/// Ulrich, Appl. Stat. 33 (1984); Wood, Commun. Stat. Simul. 23 (1994).
class VonMisesFisher {
 public:
  /// d >= 2, kappa >= 0.
  VonMisesFisher(std::int64_t d, double kappa);

  /// Replaces the mean, a unit vector of d entries, by a draw.
  void draw_around(double* mean, Random& random) const;

 private:
  /// 1 - w, w the cosine between draw and mean: exact where w is near 1.
  double draw_distance(Random& random) const;

  std::int64_t d_;
  double kappa_;
  double b_;  // of the envelope
};

}  // namespace facet
