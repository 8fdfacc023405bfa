#include "dots.h"

#if !defined(__AVX2__) || !defined(__FMA__)
#error "a kernel for AVX2 is compiled without its flags"
#endif
#ifdef __AVX512F__
#error "a kernel for AVX2 is compiled for AVX-512"
#endif

void dots::avx2(const ContrastiveSizes& sizes, const ContrastiveSamples<const float*>& samples,
                const ContrastiveTerms<float*>& terms) {
  on_raw_pointers(sizes, samples, terms, 2);
}
