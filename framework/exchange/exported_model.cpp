#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/random.h"
#include "framework/calls/call.h"
#include "framework/exchange/exported_encoders.h"
#include "framework/training/named_state.h"

namespace facet {

namespace {

std::vector<Layer> layers_of(const Model& model) {
  const auto* layered = dynamic_cast<const Layered*>(&model);
  if (!layered)
    throw Error(name_of(model.origin()) +
                " cannot be exported, since it does not say which layers it consists of: in C++ it "
                "says so as a facet::Layered (facet/layers.h); of one in TorchScript its own file "
                "is what other programs run");
  return call(model, "in layers()", [&] { return layered->layers(); });
}

/// A row of windows keeps its axis of bins where it may be longer; else behind a squeeze there is
/// none.
std::vector<Layer> without_squeeze(std::vector<Layer> layers, bool convolutional) {
  bool flat = convolutional;
  std::erase_if(layers, [&](const Layer& layer) {
    if (layer.kind == LayerKind::squeeze && flat) return true;
    flat = flat || layer.kind == LayerKind::flatten || layer.kind == LayerKind::squeeze;
    return false;
  });
  for (Layer& layer : layers)
    if (layer.kind == LayerKind::squeeze) layer.kind = LayerKind::flatten;
  return layers;
}

void collect(const std::vector<Layer>& layers, const std::vector<NamedTensor>& state,
             std::vector<NamedTensor>& used) {
  for (const Layer& layer : layers) {
    for (const std::vector<Layer>& branch : layer.branches) collect(branch, state, used);
    if (layer.kind != LayerKind::linear && layer.kind != LayerKind::convolution) continue;
    for (const char* name : {".weight", ".bias"}) {
      const std::string key = layer.parameters + name;
      used.push_back({key, find_tensor(state, key).detach().cpu()});
    }
  }
}

/// By windows drawn anew: other layers than it has would make an embedding that is another one.
void require_same(Model& model, const ExportedEncoder& encoder) {
  const at::NoGradGuard no_gradient;
  for (const std::int64_t more : {0, 7}) {
    if (more > 0 && !encoder.convolutional) continue;
    const at::Tensor windows = at::randn({3, encoder.num_neurons, encoder.offset.size() + more},
                                         Random(1).generator(), at::kFloat);
    const at::Tensor own = call(model, "in forward()", [&] { return model.forward(windows); });
    const at::Tensor told = encode(encoder, windows).view(own.sizes());
    if (!at::allclose(told, own, 1e-4, 1e-5))
      throw Error(
          name_of(model.origin()) +
          " cannot be exported, since the layers that it says (facet/layers.h) make another "
          "embedding than it does; the largest difference is " +
          std::to_string((told - own).abs().max().item<double>()));
  }
}

}  // namespace

ExportedEncoder exported_model(Model& model, std::int64_t num_neurons) {
  ExportedEncoder encoder;
  encoder.num_neurons = num_neurons;
  encoder.num_output = model.num_output();
  encoder.offset = model.offset();
  encoder.convolutional = model.convolutional();
  encoder.layers = without_squeeze(layers_of(model), encoder.convolutional);
  collect(encoder.layers, model_state(model), encoder.state);
  require_same(model, encoder);
  return encoder;
}

}  // namespace facet
