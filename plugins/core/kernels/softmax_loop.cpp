#include "softmax_loop.h"

namespace facet::kernels {

void softmax_loop(const SoftmaxRows<float>& rows) {
  TiledSoftmax<float, 16>(rows).run();
}

void softmax_loop(const SoftmaxRows<double>& rows) {
  TiledSoftmax<double, 16>(rows).run();
}

}  // namespace facet::kernels
