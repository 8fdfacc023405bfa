#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// Orthonormal directions along which points vary most (principal axes), d x r: as many as make the
/// search among such points cheapest, by what they leave open about the distances within `sample`
/// (n x d float64, around 0). Undefined where looking at all d columns is cheaper.
at::Tensor leading_axes(const at::Tensor& sample);

}  // namespace facet
