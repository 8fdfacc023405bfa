#pragma once

#include <optional>

#include "facet/options.h"
#include "framework/training/sam_config.h"

namespace facet {

/// The keys of `[training]` that say what becomes of the gradient of an update.
struct UpdateConfig {
  std::optional<double> gradient_clip = {};
  std::optional<SamConfig> sam = {};

  static void describe(auto& options) {
    options
        .add("gradient_clip", &UpdateConfig::gradient_clip,
             "the largest norm that the gradient of an update may have")
        .above(0);
    options.add("sam", &UpdateConfig::sam,
                "sharpness-aware minimization: `true`, or a table with `rho`");
  }
};

}  // namespace facet
