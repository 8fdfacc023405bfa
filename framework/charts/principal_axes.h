#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// The principal axes of rows, T x d, about their mean: d x 3 float64 (fewer where d is smaller),
/// each a column of length 1, the axes of the largest variance first. A sign is chosen so that the
/// largest part of an axis is positive.
at::Tensor principal_axes(const at::Tensor& rows);

/// Rows along these axes, T x 3 float64 about their mean; zeros where there are fewer columns.
at::Tensor along_principal_axes(const at::Tensor& rows);

}  // namespace facet
