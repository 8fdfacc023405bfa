#pragma once

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// `training.sam`: sharpness-aware minimization.
struct FACET_API SamConfig {
  double rho = 0.05;

  static void describe(auto& options) {
    options.add("rho", &SamConfig::rho, "how far away the gradient is taken").above(0);
  }
};

}  // namespace facet
