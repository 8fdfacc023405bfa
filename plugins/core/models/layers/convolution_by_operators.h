#pragma once

#include "../../kernels/convolution.h"

namespace facet {

// Gradients of convolution(x, weight, bias, behind) from that of its result, of operators that can
// all be differentiated any number of times.

at::Tensor gradient_of_x_by_operators(const at::Tensor& gradient, const at::Tensor& x,
                                      const at::Tensor& weight, const at::Tensor& bias,
                                      const kernels::Behind& behind);

struct ParameterGradients {
  at::Tensor weight, bias;
};
ParameterGradients gradients_of_parameters_by_operators(const at::Tensor& gradient,
                                                        const at::Tensor& x,
                                                        const at::Tensor& weight,
                                                        const at::Tensor& bias,
                                                        const kernels::Behind& behind);

}  // namespace facet
