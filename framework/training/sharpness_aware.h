#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

#include "facet/options.h"

namespace facet {

/// `training.sam`: sharpness-aware minimization.
struct SamConfig {
  double rho = 0.05;

  static void describe(auto& options) {
    options.add("rho", &SamConfig::rho, "how far away the gradient is taken").above(0);
  }
};

/// Sharpness-aware minimization (Foret et al. 2021): replaces the gradients g that the parameters
/// hold by those at the point eps = rho g / |g| away, the norm taken over all parameters together.
/// `compute_gradients` clears the gradients and computes them anew; the parameters are afterwards
/// as they were. Does not wait for the device.
void sharpen_gradients(const std::vector<at::Tensor>& parameters,
                       const std::function<void()>& compute_gradients, double rho);

}  // namespace facet
