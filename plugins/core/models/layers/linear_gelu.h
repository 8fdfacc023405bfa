#pragma once

#include <torch/nn/modules/linear.h>

#include "described.h"

namespace facet {

/// GELU of a Linear layer, in one pass where Facet has kernels for it. B x in -> B x out.
class LinearGeluImpl : public torch::nn::LinearImpl, public Described {
 public:
  using LinearImpl::LinearImpl;
  at::Tensor forward(const at::Tensor& x);
  std::vector<Layer> described(const std::string& key) const override;
};
TORCH_MODULE(LinearGelu);

}  // namespace facet
