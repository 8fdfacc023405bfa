#include "gelu_loop.h"

namespace facet::kernels {

void gelu_loop_avx2(std::int64_t size, const float* x, float* value, float* slope) {
  GeluOf<32>::run(size, x, value, slope);
}

void gelu_slope_back_loop_avx2(std::int64_t size, const float* x, const float* gradient,
                               const float* direction, float* of_gradient, float* of_x) {
  GeluOf<32>::slope_back(size, x, gradient, direction, of_gradient, of_x);
}

}  // namespace facet::kernels
