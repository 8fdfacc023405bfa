#pragma once

#include "core/kernels/contrastive_arrays.h"

// A kernel that tells which of its implementations ran: alignment_i = -reference_i . positive_i,
// uniformity_i = the number of the implementation.
namespace dots {

using namespace facet::kernels;

// Static: each file has its own, compiled with its own flags.
static inline void on_raw_pointers(const ContrastiveSizes& sizes,
                                   const ContrastiveSamples<const float*>& samples,
                                   const ContrastiveTerms<float*>& terms, float implementation) {
  const std::int64_t d = sizes.dimension;
  for (std::int64_t i = 0; i < sizes.references; ++i) {
    float sum = 0;
    for (std::int64_t k = i * d; k < (i + 1) * d; ++k)
      sum += samples.reference[k] * samples.positive[k];
    terms.alignment.rows[i] = -sum;
    terms.uniformity.rows[i] = implementation;
  }
}

using Raw = void(const ContrastiveSizes& sizes, const ContrastiveSamples<const float*>& samples,
                 const ContrastiveTerms<float*>& terms);
Raw avx2, avx512, cuda;

}  // namespace dots
