#pragma once

#include "../../kernels/convolution.h"

namespace facet {

/// The gradient of convolution(x, weight, bias, behind) with respect to x, from that of its result,
/// as a function that can be differentiated itself. `slope` is GELU's, from the forward pass.
at::Tensor gradient_of_x(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                         const at::Tensor& bias, const at::Tensor& slope,
                         const kernels::Behind& behind);

}  // namespace facet
