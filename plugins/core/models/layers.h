#pragma once

#include <torch/nn/modules/container/functional.h>
#include <torch/nn/modules/container/sequential.h>

#include <cstdint>

namespace facet {

// Layers without parameters; x is B x C x T, or B x C after flatten.

torch::nn::Functional gelu();  ///< x Phi(x), the erf form
torch::nn::Functional tanh();
torch::nn::Functional flatten();  ///< all dimensions but the first into one
torch::nn::Functional norm();     ///< unit length over the channels; zero stays zero
torch::nn::Functional squeeze();  ///< drops the time axis where it has one bin
torch::nn::Functional clamp(double lowest, double highest);

/// crop(x) + module(x), where crop takes `crop` bins off both ends of the time axis.
class SkipImpl : public torch::nn::Module {
 public:
  SkipImpl(std::int64_t crop, torch::nn::Sequential module);
  at::Tensor forward(const at::Tensor& x);

 private:
  std::int64_t crop_;
  torch::nn::Sequential module_;
};
TORCH_MODULE(Skip);

}  // namespace facet
