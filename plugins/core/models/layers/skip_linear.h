#pragma once

#include <torch/nn/modules/linear.h>

#include <cstdint>

#include "described.h"

namespace facet {

/// Linear(x) + x, whose features are filled up with zeros at their end, or cut there, to the number
/// of outputs. B x in -> B x out.
class SkipLinearImpl : public torch::nn::Module, public Described {
 public:
  SkipLinearImpl(std::int64_t in, std::int64_t out);
  at::Tensor forward(const at::Tensor& x);
  std::vector<Layer> described(const std::string& key) const override;

 private:
  torch::nn::Linear module_;
};
TORCH_MODULE(SkipLinear);

}  // namespace facet
