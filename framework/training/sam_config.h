#pragma once

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// `training.sam`: sharpness-aware minimization.
struct FACET_API SamConfig {
  double rho = 0.05;  ///< how far away the gradient is taken

  static void describe(OptionsDescription<SamConfig>& options);
};

}  // namespace facet
