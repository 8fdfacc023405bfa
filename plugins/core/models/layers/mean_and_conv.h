#pragma once

#include <torch/nn/module.h>

#include <cstdint>

#include "convolution.h"
#include "described.h"

namespace facet {

/// Halves the rate of a signal: Conv1d(in to out, kernel 4, stride 2), and every second bin of the
/// signal itself beside it, cut to the same length. B x in x T -> B x (out + in) x (T / 2 - 1).
class MeanAndConvImpl : public torch::nn::Module, public Described {
 public:
  MeanAndConvImpl(std::int64_t in, std::int64_t out);
  at::Tensor forward(const at::Tensor& x);
  std::vector<Layer> described(const std::string& key) const override;

 private:
  Convolution layer_;
};
TORCH_MODULE(MeanAndConv);

}  // namespace facet
