#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// Rows along the three principal axes of all of them, T x 3 float64 about their mean: the axes of
/// the largest variance first; zeros where there are fewer columns. A sign is chosen so that the
/// largest part of an axis is positive.
at::Tensor along_principal_axes(const at::Tensor& rows);

}  // namespace facet
