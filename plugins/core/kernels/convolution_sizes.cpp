#include "convolution_sizes.h"

#include <ATen/ops/empty.h>

namespace facet::kernels {

ConvolutionSizes::ConvolutionSizes(const at::Tensor& x, const at::Tensor& weight)
    : windows(x.size(0)),
      length(x.size(1)),
      in(x.size(2)),
      out(weight.size(0)),
      taps(weight.size(2)),
      used(length - taps + 1) {}

at::Tensor pack(const EncoderLoops& loops, const at::Tensor& weights) {
  const std::int64_t inner = weights.size(0) * weights.size(1), columns = weights.size(2);
  const at::Tensor packed = at::empty({packed_size(inner, columns)}, weights.options());
  loops.pack(inner, columns, weights.contiguous().data_ptr<float>(), packed.data_ptr<float>());
  return packed;
}

}  // namespace facet::kernels
