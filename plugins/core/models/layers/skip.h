#pragma once

#include <torch/nn/modules/container/sequential.h>

#include <cstdint>

#include "described.h"

namespace facet {

/// crop(x) + module(x), where crop takes `crop` bins off both ends of the time axis: as many as the
/// convolutions in `module` do. 0 for linear layers.
class SkipImpl : public torch::nn::Module, public Described {
 public:
  SkipImpl(std::int64_t crop, torch::nn::Sequential module);
  at::Tensor forward(const at::Tensor& x);
  std::vector<Layer> described(const std::string& key) const override;

 private:
  std::int64_t crop_;
  torch::nn::Sequential module_;
};
TORCH_MODULE(Skip);

}  // namespace facet
