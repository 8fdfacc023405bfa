#pragma once

#include <torch/nn/modules/conv.h>

#include <cstdint>

namespace facet {

/// Conv1d by the kernels that Facet has for windows whose channels lie beside each other, where it
/// has them; by libtorch's otherwise. B x in x T -> B x out x (T - kernel + 1). Differentiable
/// twice.
class ConvolutionImpl : public torch::nn::Conv1dImpl {
 public:
  using Conv1dImpl::Conv1dImpl;
  at::Tensor forward(const at::Tensor& x);
};
TORCH_MODULE(Convolution);

}  // namespace facet
