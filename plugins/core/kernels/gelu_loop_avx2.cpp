#include "gelu_loop.h"

namespace facet::kernels {

void gelu_loop_avx2(std::int64_t size, const float* x, float* value, float* slope) {
  GeluOf<32>::run(size, x, value, slope);
}

}  // namespace facet::kernels
