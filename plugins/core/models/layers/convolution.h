#pragma once

#include <torch/nn/modules/conv.h>

#include <cstdint>

#include "described.h"

namespace facet {

// By the kernels that Facet has for windows whose channels lie beside each other, where it has
// them; by libtorch's otherwise. Differentiable any number of times.

/// Conv1d: B x in x T -> B x out x (T - kernel + 1).
class ConvolutionImpl : public torch::nn::Conv1dImpl {
 public:
  using Conv1dImpl::Conv1dImpl;
  at::Tensor forward(const at::Tensor& x);
};
TORCH_MODULE(Convolution);

/// GELU of a Conv1d.
class ConvolutionGeluImpl : public torch::nn::Conv1dImpl, public Described {
 public:
  using Conv1dImpl::Conv1dImpl;
  at::Tensor forward(const at::Tensor& x);
  std::vector<Layer> described(const std::string& key) const override;
  /// And beside it x without `crop` bins at both ends: as many as a kernel of 2 crop + 1 takes off.
  at::Tensor forward_with_shortcut(const at::Tensor& x, std::int64_t crop);
};
TORCH_MODULE(ConvolutionGelu);

}  // namespace facet
