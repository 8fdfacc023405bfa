#include "gelu_loop.h"

namespace facet::kernels {

void gelu_loop_avx512(std::int64_t size, const float* x, float* value, float* slope) {
  GeluOf<64>::run(size, x, value, slope);
}

}  // namespace facet::kernels
