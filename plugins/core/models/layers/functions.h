#pragma once

#include "described.h"

namespace facet {

/// x Phi(x), the erf form, by the kernel that Facet has for it, where it has it.
at::Tensor gelu_of(const at::Tensor& x);

/// The gradient of gelu_of, of libtorch's operators: it can be differentiated itself.
at::Tensor differentiable_gelu_gradient(const at::Tensor& gradient, const at::Tensor& x);

// Layers without parameters; x is B x C x T, or B x C after flatten.

FunctionLayer gelu();  ///< gelu_of as a layer
FunctionLayer tanh();
FunctionLayer flatten();  ///< all dimensions but the first into one
FunctionLayer norm();     ///< unit length over the channels; zero stays zero
FunctionLayer squeeze();  ///< drops the time axis where it has one bin
FunctionLayer clamp(double lowest, double highest);

}  // namespace facet
