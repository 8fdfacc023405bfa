#pragma once

#include <ATen/core/Tensor.h>

namespace facet::kernels {

struct Gelu {
  at::Tensor value;  ///< x Phi(x), the erf form
  at::Tensor slope;  ///< its derivative; undefined where it was not asked for
};

/// Whether there is a kernel for such an x; libtorch's gelu otherwise.
bool has_gelu(const at::Tensor& x);

/// Both in one pass, in libtorch's threads; with the strides of x.
Gelu gelu(const at::Tensor& x, bool with_slope);

struct GeluSlopeGradients {
  at::Tensor gradient, x;
};

/// The gradients of sum(direction * gradient * slope(x)); all are contiguous.
GeluSlopeGradients gelu_slope_back(const at::Tensor& x, const at::Tensor& gradient,
                                   const at::Tensor& direction);

}  // namespace facet::kernels
