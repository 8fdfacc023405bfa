#pragma once

#include "../../kernels/convolution.h"

namespace facet {

/// y = f(convolution of x) + crop(x), see kernels/convolution.h, as a function that can be
/// differentiated any number of times. x: B x C x T, weight: O x C x k, bias: O;
/// B x O x (T - k + 1). For tensors that have kernels.
at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                       const kernels::Behind& behind);

}  // namespace facet
