#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "facet/unit_length.h"
#include "framework/exchange/exported_encoder.h"
#include "framework/training/named_state.h"

namespace facet {

namespace {

at::Tensor apply_all(const std::vector<Layer>& layers, const ExportedEncoder& encoder,
                     at::Tensor x);

std::vector<at::Tensor> branches(const Layer& layer, const ExportedEncoder& encoder,
                                 const at::Tensor& x) {
  std::vector<at::Tensor> results;
  for (const std::vector<Layer>& branch : layer.branches)
    results.push_back(apply_all(branch, encoder, x));
  return results;
}

at::Tensor sum(const std::vector<at::Tensor>& parts) {
  at::Tensor all = parts.at(0);
  for (std::size_t i = 1; i < parts.size(); ++i) all = all + parts[i];
  return all;
}

at::Tensor apply(const Layer& layer, const ExportedEncoder& encoder, const at::Tensor& x) {
  const auto weight = [&] { return state_of(encoder, layer.parameters + ".weight"); };
  const auto bias = [&] { return state_of(encoder, layer.parameters + ".bias"); };
  switch (layer.kind) {
    case LayerKind::linear: return at::linear(x, weight(), bias());
    case LayerKind::convolution: return at::conv1d(x, weight(), bias(), layer.step);
    case LayerKind::gelu: return at::gelu(x);
    case LayerKind::relu: return at::relu(x);
    case LayerKind::tanh: return at::tanh(x);
    case LayerKind::clip: return at::clamp(x, layer.lowest, layer.highest);
    case LayerKind::unit_length: return unit_length(x, 1);
    case LayerKind::flatten: return at::flatten(x, 1);
    case LayerKind::squeeze: return x.dim() == 3 && x.size(2) == 1 ? x.squeeze(2) : x;
    case LayerKind::crop: return x.slice(-1, layer.begin, x.size(-1) - layer.end);
    case LayerKind::every: return x.slice(-1, 0, x.size(-1), layer.step);
    case LayerKind::channels: return x.slice(1, layer.begin, layer.end);
    case LayerKind::fit:
      return at::constant_pad_nd(x.transpose(1, -1), {0, layer.end - x.size(1)}).transpose(1, -1);
    case LayerKind::sum: return sum(branches(layer, encoder, x));
    case LayerKind::concatenation: return at::cat(branches(layer, encoder, x), 1);
  }
  throw Error("there is no such layer");
}

at::Tensor apply_all(const std::vector<Layer>& layers, const ExportedEncoder& encoder,
                     at::Tensor x) {
  for (const Layer& layer : layers) x = apply(layer, encoder, x);
  return x;
}

}  // namespace

const at::Tensor& state_of(const ExportedEncoder& encoder, const std::string& name) {
  return find_tensor(encoder.state, name);
}

at::Tensor encode(const ExportedEncoder& encoder, const at::Tensor& windows) {
  if (!encoder.zscored) return apply_all(encoder.layers, encoder, windows);
  const auto of_neurons = [&](const char* name) { return state_of(encoder, name).unsqueeze(1); };
  const at::Tensor scaled =
      (windows - of_neurons("signals.mean")) / of_neurons("signals.deviation");
  return apply_all(encoder.layers, encoder, scaled.to(at::kFloat));
}

}  // namespace facet
