#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// The transposed Moore-Penrose inverse of each matrix: how the signals change with the embedding,
/// laid out as the Jacobian that says how the embedding changes with the signals.
///
/// jacobians: B x O x N, any device -> B x O x N float64 on the CPU. Computed in double precision;
/// singular values below max(O, N) eps32 s_max count as zero, so that a Jacobian of an embedding of
/// unit length, which is singular, has the inverse on what is left. Both are the same matrix, by
/// the minimum-norm least-squares solution of J X = 1 and by the singular value decomposition.
at::Tensor inverse_by_least_squares(const at::Tensor& jacobians);
at::Tensor inverse_by_svd(const at::Tensor& jacobians);

}  // namespace facet
