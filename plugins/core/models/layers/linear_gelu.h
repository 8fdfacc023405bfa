#pragma once

#include <torch/nn/modules/linear.h>

namespace facet {

/// GELU of a Linear layer, in one pass where Facet has kernels for it. B x in -> B x out.
class LinearGeluImpl : public torch::nn::LinearImpl {
 public:
  using LinearImpl::LinearImpl;
  at::Tensor forward(const at::Tensor& x);
};
TORCH_MODULE(LinearGelu);

}  // namespace facet
