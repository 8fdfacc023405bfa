#include "described.h"

#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

#include "facet/error.h"

namespace facet {

namespace {

std::vector<Layer> described_row(const torch::nn::Module& row, const std::string& key) {
  std::vector<Layer> layers;
  for (const auto& child : row.named_children())
    for (Layer& layer : described(*child.value(), key + "." + child.key()))
      layers.push_back(std::move(layer));
  return layers;
}

}  // namespace

std::vector<Layer> described(const torch::nn::Module& module, const std::string& key) {
  if (const auto* own = dynamic_cast<const Described*>(&module)) return own->described(key);
  if (dynamic_cast<const torch::nn::SequentialImpl*>(&module)) return described_row(module, key);
  if (dynamic_cast<const torch::nn::IdentityImpl*>(&module)) return {};
  if (dynamic_cast<const torch::nn::LinearImpl*>(&module))
    return {{.kind = LayerKind::linear, .parameters = key}};
  if (const auto* convolution = dynamic_cast<const torch::nn::Conv1dImpl*>(&module))
    return {{.kind = LayerKind::convolution,
             .parameters = key,
             .step = convolution->options.stride()->at(0)}};
  throw Error("the layer " + key + ", " + module.name() + ", does not say what it is");
}

}  // namespace facet
