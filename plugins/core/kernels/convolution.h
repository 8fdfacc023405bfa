#pragma once

#include <ATen/core/Tensor.h>

namespace facet::kernels {

// Both are for tensors that have kernels (has_kernels in kernel_table.h).

/// y[b, t] = bias + sum_j x[b, t + j] . weights[j] with the channels last: x: B x T x C, weights:
/// k C x O, bias: O or undefined; y: B x (T - k + 1) x O. In libtorch's threads.
at::Tensor convolve(const at::Tensor& x, const at::Tensor& weights, const at::Tensor& bias);

/// The gradient of the weights: sum_bt x[b, t + j]^T . y[b, t] for each j; y: B x (T - k + 1) x O;
/// k C x O. Sums are the same to the last bit for any number of threads.
at::Tensor correlate(const at::Tensor& x, const at::Tensor& y);

}  // namespace facet::kernels
