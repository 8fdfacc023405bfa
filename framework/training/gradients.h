#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace facet {

// None of these waits for the device.

/// Euclidean norm of the gradients of all parameters together, a float64 scalar on their device;
/// those without one count as 0.
at::Tensor gradient_norm(const std::vector<at::Tensor>& parameters);

/// Scales the gradients such that their norm is at most `norm` (Pascanu et al. 2013). Returns what
/// it was before.
at::Tensor clip_gradients(const std::vector<at::Tensor>& parameters, double norm);

}  // namespace facet
