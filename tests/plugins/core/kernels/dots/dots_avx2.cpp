#include "dots.h"

#if !defined(__AVX2__) || !defined(__FMA__)
#error "a kernel for AVX2 is compiled without its flags"
#endif
#ifdef __AVX512F__
#error "a kernel for AVX2 is compiled for AVX-512"
#endif

void dots::avx2(std::int64_t n, std::int64_t d, const float* x, const float* y, float* dots) {
  on_raw_pointers(n, d, x, y, dots, 2);
}
