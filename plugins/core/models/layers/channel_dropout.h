#pragma once

#include <torch/nn/module.h>

#include "described.h"
#include "facet/stochastic.h"

namespace facet {

/// In training, every channel of every sample is set to zero with probability `dropout`, what
/// remains is divided by 1 - dropout. x: B x C x T. (Srivastava et al., JMLR 15, 2014)
class ChannelDropoutImpl : public torch::nn::Module, public Stochastic, public Described {
 public:
  explicit ChannelDropoutImpl(double dropout) : dropout_(dropout) {}
  at::Tensor forward(const at::Tensor& x);
  /// Nothing, where it does not train.
  std::vector<Layer> described(const std::string&) const override { return {}; }
  void draw_from(const Random& random) override { random_ = random; }

 private:
  double dropout_;
  Random random_{0};
};
TORCH_MODULE(ChannelDropout);

}  // namespace facet
