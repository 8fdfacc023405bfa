#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

namespace facet {

/// The largest difference between the gradient of `function` with respect to `leaf` (float64,
/// requires a gradient) and its central differences.
double gradient_error(const at::Tensor& leaf, const std::function<at::Tensor()>& function);

}  // namespace facet
