#pragma once

#include <cstdint>

// What a contrastive kernel is given and what it returns. Files that are compiled for AVX2 or
// AVX-512 include this: nothing of std or of libtorch may come in that has inline functions.
namespace facet::kernels {

enum class Similarity {
  cosine,    ///< x . y (no normalization inside)
  euclidean  ///< -|x - y|^2
};

/// How the negatives of a reference become one number.
enum class Reduction { mean, sum };

/// B references and positives, M negatives, each of d numbers.
struct ContrastiveSizes {
  std::int64_t references, negatives, dimension;
};

/// `Array` is at::Tensor; in kernels that work on raw memory it is const float*: contiguous, row by
/// row, on the kernel's device.
template <class Array>
struct ContrastiveSamples {
  Array reference, positive;  ///< B x d
  Array negative;             ///< M x d
  Array inverse_temperature;  ///< a scalar
};

/// Alignment or uniformity: its value for each reference, and the gradients of the mean of these.
/// `Array` is at::Tensor, or float*: memory to be filled. The gradients are undefined, or null,
/// where they are not asked for.
template <class Array>
struct ContrastiveTerm {
  Array rows;                 ///< B
  Array reference;            ///< B x d
  Array other;                ///< of the positives (B x d) or the negatives (M x d)
  Array inverse_temperature;  ///< a scalar
};

template <class Array>
struct ContrastiveTerms {
  ContrastiveTerm<Array> alignment, uniformity;
};

}  // namespace facet::kernels
