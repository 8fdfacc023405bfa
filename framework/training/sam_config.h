#pragma once

#include "facet/options.h"

namespace facet {

/// `training.sam`: sharpness-aware minimization.
struct SamConfig {
  double rho = 0.05;

  static void describe(OptionsDescription<SamConfig>& options);
};

}  // namespace facet
