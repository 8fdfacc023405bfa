#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace facet {

/// Decoders of labels from an embedding: fitted on one part, judged on another. All in double
/// precision on the CPU. x: n x d; y: n x k float64 for continuous labels, n int64 for classes.

/// The mean of the k nearest training rows' labels; for classes the most frequent one, the smallest
/// on ties. Distances are cosine: Euclidean between rows of unit length. k is at most the number of
/// training rows.
at::Tensor decode_by_neighbours(const at::Tensor& train_x, const at::Tensor& train_y,
                                const at::Tensor& test_x, std::int64_t k = 25);

/// Least squares with intercept; for classes on one indicator column each, the largest wins, the
/// smallest class on ties.
at::Tensor decode_linearly(const at::Tensor& train_x, const at::Tensor& train_y,
                           const at::Tensor& test_x);

/// 1 - sum of squared errors / sum of squares around the mean, both over all columns together.
double pooled_r2(const at::Tensor& predicted, const at::Tensor& actual);

/// The same column by column, averaged; a constant column counts 1 where it is met, else 0.
double mean_r2(const at::Tensor& predicted, const at::Tensor& actual);

/// The fraction of classes that are met.
double accuracy(const at::Tensor& predicted, const at::Tensor& actual);

}  // namespace facet
