#include "softmax_loop.h"

namespace facet::kernels {

void softmax_loop_avx2(const SoftmaxRows<float>& rows) {
  TiledSoftmax<float, 32>(rows).run();
}

void softmax_loop_avx2(const SoftmaxRows<double>& rows) {
  TiledSoftmax<double, 32>(rows).run();
}

}  // namespace facet::kernels
