#include "dots.h"

#if !defined(__AVX512F__) || !defined(__AVX512BW__) || !defined(__AVX512DQ__) || \
    !defined(__AVX512VL__) || !defined(__AVX2__) || !defined(__FMA__)
#error "a kernel for AVX-512 is compiled without its flags"
#endif

void dots::avx512(std::int64_t n, std::int64_t d, const float* x, const float* y, float* dots) {
  on_raw_pointers(n, d, x, y, dots, 512);
}
