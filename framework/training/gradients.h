#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace facet {

/// Euclidean norm of the gradients of all parameters together; those without one count as 0.
double gradient_norm(const std::vector<at::Tensor>& parameters);

/// Scales the gradients such that their norm is at most `norm` (Pascanu et al. 2013).
void clip_gradients(const std::vector<at::Tensor>& parameters, double norm);

}  // namespace facet
