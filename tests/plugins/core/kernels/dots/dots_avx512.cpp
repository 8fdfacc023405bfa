#include "dots.h"

#if !defined(__AVX512F__) || !defined(__AVX512BW__) || !defined(__AVX512DQ__) || \
    !defined(__AVX512VL__) || !defined(__AVX2__) || !defined(__FMA__)
#error "a kernel for AVX-512 is compiled without its flags"
#endif

void dots::avx512(const ContrastiveSizes& sizes, const ContrastiveSamples<const float*>& samples,
                  const ContrastiveTerms<float*>& terms) {
  on_raw_pointers(sizes, samples, terms, 512);
}
