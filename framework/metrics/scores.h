#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// Figures of merit of a decoder. predicted, actual: n x k float64; classes: n int64.

/// 1 - sum of squared errors / sum of squares around the mean, both over all columns together.
double pooled_r2(const at::Tensor& predicted, const at::Tensor& actual);

/// The same column by column, k float64; a constant column counts 1 where it is met, else 0.
at::Tensor column_r2(const at::Tensor& predicted, const at::Tensor& actual);

/// The mean of column_r2.
double mean_r2(const at::Tensor& predicted, const at::Tensor& actual);

/// The fraction of classes that are met.
double accuracy(const at::Tensor& predicted, const at::Tensor& actual);

/// numpy's median: the mean of the two middle ones of an even number. values: n.
double median_of(const at::Tensor& values);

}  // namespace facet
