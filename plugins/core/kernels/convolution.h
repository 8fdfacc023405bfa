#pragma once

#include <ATen/core/Tensor.h>

#include <optional>

namespace facet::kernels {

// Convolutions of windows whose channels lie beside each other, with what stands behind them in one
// pass. For tensors that have kernels (has_kernels in kernel_table.h), in libtorch's threads.

/// What stands behind a convolution c:
///
///     y[b, t] = f(c[b, t]) + x[b, t + crop]
struct Behind {
  bool gelu = false;                      ///< f is GELU; nothing otherwise
  std::optional<std::int64_t> crop = {};  ///< the shortcut, where there is one; its k is 2 crop + 1
};

struct Convolved {
  at::Tensor value;  ///< B x (T - k + 1) x O
  at::Tensor slope;  ///< of GELU at c, as large; undefined where it was not asked for
};

/// c[b, t] = bias + sum_j x[b, t + j] . weight[.., j]; x: B x T x C, weight: O x C x k, bias: O or
/// undefined.
Convolved convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                   const Behind& behind, bool with_slope);

struct ConvolutionGradients {
  at::Tensor x, weight, bias;  ///< undefined where not asked for
};

/// The gradients from that of y, B x (T - k + 1) x O. Sums are the same to the last bit for any
/// number of threads.
ConvolutionGradients convolve_back(const at::Tensor& x, const at::Tensor& weight,
                                   const at::Tensor& slope, const at::Tensor& gradient,
                                   const Behind& behind, bool of_x, bool of_parameters);

}  // namespace facet::kernels
