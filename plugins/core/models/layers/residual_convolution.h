#pragma once

#include <torch/nn/module.h>

#include <cstdint>

#include "convolution.h"

namespace facet {

/// What Skip(1, [Conv1d(kernel 3), GELU]) is, in one pass: B x units x T -> B x units x (T - 2).
class ResidualConvolutionImpl : public torch::nn::Module, public Described {
 public:
  explicit ResidualConvolutionImpl(std::int64_t units);
  at::Tensor forward(const at::Tensor& x) { return layer_->forward_with_shortcut(x, 1); }
  std::vector<Layer> described(const std::string& key) const override;

 private:
  ConvolutionGelu layer_;
};
TORCH_MODULE(ResidualConvolution);

}  // namespace facet
