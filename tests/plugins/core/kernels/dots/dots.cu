#include "dots.h"

namespace {

__global__ void one_reference(dots::ContrastiveSizes sizes,
                              dots::ContrastiveSamples<const float*> samples,
                              dots::ContrastiveTerms<float*> terms) {
  const std::int64_t i = blockIdx.x, d = sizes.dimension;
  float sum = 0;
  for (std::int64_t k = i * d; k < (i + 1) * d; ++k)
    sum += samples.reference[k] * samples.positive[k];
  terms.alignment.rows[i] = -sum;
  terms.uniformity.rows[i] = 1000;
}

}  // namespace

void dots::cuda(const ContrastiveSizes& sizes, const ContrastiveSamples<const float*>& samples,
                const ContrastiveTerms<float*>& terms) {
  one_reference<<<static_cast<unsigned>(sizes.references), 1>>>(sizes, samples, terms);
}
