#pragma once

#include <torch/nn/modules/container/functional.h>

namespace facet {

/// x Phi(x), the erf form, by the kernel that Facet has for it, where it has it.
at::Tensor gelu_of(const at::Tensor& x);

/// The gradient of gelu_of, of libtorch's operators: it can be differentiated itself.
at::Tensor differentiable_gelu_gradient(const at::Tensor& gradient, const at::Tensor& x);

// Layers without parameters; x is B x C x T, or B x C after flatten.

torch::nn::Functional gelu();  ///< gelu_of as a layer
torch::nn::Functional tanh();
torch::nn::Functional flatten();  ///< all dimensions but the first into one
torch::nn::Functional norm();     ///< unit length over the channels; zero stays zero
torch::nn::Functional squeeze();  ///< drops the time axis where it has one bin
torch::nn::Functional clamp(double lowest, double highest);

}  // namespace facet
