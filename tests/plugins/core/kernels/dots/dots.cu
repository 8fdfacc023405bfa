#include "dots.h"

namespace {

__global__ void one_dot(std::int64_t n, std::int64_t d, const float* x, const float* y,
                        float* dots) {
  const std::int64_t i = blockIdx.x;
  float sum = 0;
  for (std::int64_t k = i * d; k < (i + 1) * d; ++k) sum += x[k] * y[k];
  dots[i] = sum;
  dots[n] = 1000;
}

}  // namespace

void dots::cuda(std::int64_t n, std::int64_t d, const float* x, const float* y, float* dots) {
  one_dot<<<static_cast<unsigned>(n), 1>>>(n, d, x, y, dots);
}
