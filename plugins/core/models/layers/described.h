#pragma once

#include <torch/nn/module.h>

#include <string>
#include <vector>

#include "facet/layers.h"

namespace facet {

/// A module of an encoder that says what it is in the words of facet/layers.h.
class Described {
 public:
  virtual ~Described() = default;
  /// `key` is where it stands in the model's state: `net.0`.
  virtual std::vector<Layer> described(const std::string& key) const = 0;
};

/// The layers of a module that is Described, one of libtorch's that encoders use, or a row of such.
std::vector<Layer> described(const torch::nn::Module& module, const std::string& key);

/// y = f(x), without parameters.
class FunctionLayerImpl : public torch::nn::Module, public Described {
 public:
  using Function = at::Tensor (*)(const Layer& layer, const at::Tensor& x);

  FunctionLayerImpl(Layer layer, Function function)
      : layer_(std::move(layer)), function_(function) {}
  at::Tensor forward(const at::Tensor& x) { return function_(layer_, x); }
  std::vector<Layer> described(const std::string&) const override { return {layer_}; }

 private:
  const Layer layer_;
  const Function function_;
};
TORCH_MODULE(FunctionLayer);

}  // namespace facet
