#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "facet/export.h"

namespace facet {

/// x / |x|, the Euclidean norm taken over `dim`, without an epsilon. A zero vector stays zero, and
/// so does its gradient's direction: nothing becomes NaN. Differentiable twice.
FACET_API at::Tensor unit_length(const at::Tensor& x, std::int64_t dim);

}  // namespace facet
