#pragma once

#include <ATen/core/Tensor.h>

#include "facet/criterion.h"

namespace facet {

enum class Similarity {
  cosine,    ///< x . y (no normalization inside)
  euclidean  ///< -|x - y|^2
};

/// InfoNCE with phi(x, y) = similarity(x, y) * inverse_temperature:
///
///     alignment  = -mean_i phi(reference_i, positive_i)
///     uniformity =  mean_i log sum_j exp phi(reference_i, negative_j)
///     total      =  alignment + uniformity
///
/// reference, positive: B x d; negative: M x d; inverse_temperature: a scalar of any float type.
/// Differentiable once, in all four; the gradient is computed along with the loss, in chunks of
/// rows: no B x M matrix outlives a chunk. Finite wherever phi itself is. Throws Error on shapes
/// that do not fit, and where a second derivative is asked for.
ContrastiveLoss info_nce(const at::Tensor& reference, const at::Tensor& positive,
                         const at::Tensor& negative, const at::Tensor& inverse_temperature,
                         Similarity similarity);

}  // namespace facet
