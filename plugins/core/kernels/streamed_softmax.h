#pragma once

#include <ATen/core/Tensor.h>

#include <span>

#include "kernel_table.h"

namespace facet::kernels {

/// What is left of the softmax of logits L_ij = bias_j + scaled_i . other_j over j, with
/// P_ij = exp(L_ij) / sum_j exp(L_ij), once the n x m matrices L and P are forgotten.
struct StreamedSoftmax {
  at::Tensor log_sum;      ///< n: log sum_j exp(L_ij)
  at::Tensor mean_other;   ///< n x d: sum_j P_ij other_j
  at::Tensor pulled_rows;  ///< m x d: sum_i P_ij rows_i
  at::Tensor mass;         ///< m: sum_i P_ij
};

/// rows, scaled: n x d; other: m x d; bias: m. Works on chunks of rows, so that memory stays small
/// and in the cache. Without `with_means` only log_sum is computed.
using Softmax = StreamedSoftmax(const at::Tensor& rows, const at::Tensor& scaled,
                                const at::Tensor& other, const at::Tensor& bias, bool with_means);

/// By the best implementation for the rows.
Softmax streamed_softmax;

/// All of them, the fastest first.
std::span<const Implementation<Softmax>> softmax_implementations();

/// Written with libtorch's operators: for any device and type that libtorch has.
Softmax streamed_softmax_plain;

}  // namespace facet::kernels
