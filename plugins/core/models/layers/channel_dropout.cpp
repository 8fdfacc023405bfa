#include "channel_dropout.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/ge.h>

namespace facet {

at::Tensor ChannelDropoutImpl::forward(const at::Tensor& x) {
  if (!is_training()) return x;
  const at::Tensor uniform = random_.uniform_rows({x.size(0), x.size(1), 1});
  const at::Tensor kept = uniform.ge(dropout_).to(x.device(), x.scalar_type());
  return x * (kept / (1 - dropout_));
}

}  // namespace facet
