#pragma once

#include "facet/options.h"

namespace facet {

/// `training.sam`: sharpness-aware minimization.
struct SamConfig {
  double rho = 0.05;

  static void describe(auto& options) {
    options.add("rho", &SamConfig::rho, "how far away the gradient is taken").above(0);
  }
};

}  // namespace facet
