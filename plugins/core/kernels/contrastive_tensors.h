#pragma once

#include <ATen/core/Tensor.h>

// What a contrastive kernel is given and what it returns.
namespace facet::kernels {

enum class Similarity {
  cosine,    ///< x . y (no normalization inside)
  euclidean  ///< -|x - y|^2
};

/// How the negatives of a reference become one number.
enum class Reduction { mean, sum };

/// B references and positives, M negatives, each of d numbers.
struct Samples {
  at::Tensor reference, positive;  ///< B x d
  at::Tensor negative;             ///< M x d
  at::Tensor inverse_temperature;  ///< a scalar
};

/// Alignment or uniformity: its value for each reference, and the gradients of the mean of these,
/// which are undefined where they are not asked for.
struct Term {
  at::Tensor rows;                 ///< B
  at::Tensor reference;            ///< B x d
  at::Tensor other;                ///< of the positives (B x d) or the negatives (M x d)
  at::Tensor inverse_temperature;  ///< a scalar
};

struct Terms {
  Term alignment, uniformity;
};

}  // namespace facet::kernels
