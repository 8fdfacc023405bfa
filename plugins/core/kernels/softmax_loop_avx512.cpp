#include "softmax_loop.h"

namespace facet::kernels {

void softmax_loop_avx512(const SoftmaxRows<float>& rows) {
  TiledSoftmax<float, 64>(rows).run();
}

void softmax_loop_avx512(const SoftmaxRows<double>& rows) {
  TiledSoftmax<double, 64>(rows).run();
}

}  // namespace facet::kernels
