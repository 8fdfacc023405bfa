#pragma once

#include <torch/nn/modules/container/sequential.h>

#include "facet/model.h"

namespace facet {

/// A model that is a row of layers, `net`: what derives from it fills that row. Its state has the
/// keys `net.<place>.<name>`.
class Encoder : public Model {
 public:
  at::Tensor forward(const at::Tensor& windows) override { return net->forward(windows); }
  std::int64_t num_output() const override { return num_output_; }
  bool normalized() const override { return normalized_; }

 protected:
  Encoder(std::int64_t num_output, bool normalized)
      : net(register_module("net", torch::nn::Sequential())),
        num_output_(num_output),
        normalized_(normalized) {}

  torch::nn::Sequential net;

 private:
  std::int64_t num_output_;
  bool normalized_;
};

}  // namespace facet
