#include "framework/exchange/onnx_encoder.h"

#include <cmath>
#include <limits>
#include <optional>

#include "facet/error.h"
#include "framework/exchange/onnx_graph.h"

namespace facet {

namespace {

constexpr std::int64_t to_the_end = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t axis_of_channels = 1, axis_of_bins = 2;
constexpr std::int64_t float32 = 1, float64 = 11;

/// A value of the graph, B x C x T, or B x C.
struct Value {
  std::string name;
  bool has_bins = true;
};

class Writer {
 public:
  explicit Writer(const ExportedEncoder& encoder) : encoder_(encoder) {}

  std::string write() {
    const bool any_length = encoder_.convolutional;
    const auto window = any_length ? OnnxSize{0, "bins"} : OnnxSize{encoder_.offset.size()};
    graph_.input("windows", {{0, "batch"}, {encoder_.num_neurons}, window});
    const Value x = all(encoder_.layers, scaled({"windows"}));
    std::vector<OnnxSize> sizes = {{0, "batch"}, {encoder_.num_output}};
    if (any_length) sizes.push_back({0, "windows_in_bins"});
    graph_.output(graph_.node("Identity", {x.name}, {}, "embedding"), sizes);
    return graph_.model(encoder_.about);
  }

 private:
  /// In double precision, as they were known.
  Value scaled(const Value& x) {
    if (!encoder_.zscored) return x;
    const auto of_neurons = [&](const char* name) {
      return graph_.tensor(name, state_of(encoder_, name).unsqueeze(1));
    };
    const std::string in_double = graph_.node("Cast", {x.name}, {{"to", {float64}}});
    const std::string centred = graph_.node("Sub", {in_double, of_neurons("signals.mean")});
    const std::string scaled = graph_.node("Div", {centred, of_neurons("signals.deviation")});
    return {graph_.node("Cast", {scaled}, {{"to", {float32}}})};
  }

  Value all(const std::vector<Layer>& layers, Value x) {
    for (const Layer& layer : layers) x = one(layer, x);
    return x;
  }

  Value one(const Layer& layer, const Value& x) {
    const auto same = [&](const std::string& name) { return Value{name, x.has_bins}; };
    switch (layer.kind) {
      case LayerKind::linear:
        return {graph_.node("Gemm", with_parameters(layer, x), {{"transB", {1}}}), false};
      case LayerKind::convolution:
        return {graph_.node("Conv", with_parameters(layer, x), {{"strides", {layer.step}, true}})};
      case LayerKind::gelu: return same(gelu(x.name));
      case LayerKind::relu: return same(graph_.node("Relu", {x.name}));
      case LayerKind::tanh: return same(graph_.node("Tanh", {x.name}));
      case LayerKind::clip:
        return same(graph_.node("Clip", {x.name, number(layer.lowest), number(layer.highest)}));
      case LayerKind::unit_length: return same(unit_length(x.name));
      case LayerKind::flatten:
      case LayerKind::squeeze: return {graph_.node("Flatten", {x.name}), false};
      case LayerKind::crop:
        return same(slice(x, axis_of_bins, layer.begin, layer.end > 0 ? -layer.end : to_the_end));
      case LayerKind::every: return same(slice(x, axis_of_bins, 0, to_the_end, layer.step));
      case LayerKind::channels: return same(slice(x, axis_of_channels, layer.begin, layer.end));
      case LayerKind::fit: return same(fit(x, layer.end));
      case LayerKind::sum: return sum(branches(layer, x));
      case LayerKind::concatenation: return concatenation(branches(layer, x));
    }
    throw Error("there is no such layer");
  }

  std::vector<std::string> with_parameters(const Layer& layer, const Value& x) {
    const auto parameter = [&](const char* name) {
      const std::string key = layer.parameters + name;
      return graph_.tensor(key, state_of(encoder_, key));
    };
    return {x.name, parameter(".weight"), parameter(".bias")};
  }

  std::string number(double value) { return graph_.number(static_cast<float>(value)); }

  /// x (1 + erf(x / sqrt(2))) / 2: an operator of its own is younger than the opset.
  std::string gelu(const std::string& x) {
    if (!root_of_two_) {
      root_of_two_ = number(std::sqrt(2.0));
      one_ = number(1);
      half_ = number(0.5);
    }
    const std::string erf = graph_.node("Erf", {graph_.node("Div", {x, *root_of_two_})});
    const std::string product = graph_.node("Mul", {x, graph_.node("Add", {erf, one_})});
    return graph_.node("Mul", {product, half_});
  }

  std::string unit_length(const std::string& x) {
    const std::string norm =
        graph_.node("ReduceL2", {x}, {{"axes", {axis_of_channels}, true}, {"keepdims", {1}}});
    const std::string is_zero = graph_.node("Equal", {norm, number(0)});
    return graph_.node("Div", {x, graph_.node("Where", {is_zero, number(1), norm})});
  }

  std::string slice(const Value& x, std::int64_t axis, std::int64_t begin, std::int64_t end,
                    std::int64_t step = 1) {
    return graph_.node("Slice", {x.name, graph_.numbers({begin}), graph_.numbers({end}),
                                 graph_.numbers({axis}), graph_.numbers({step})});
  }

  /// As many zeros as might be missing, and what is too much cut off.
  std::string fit(const Value& x, std::int64_t count) {
    std::vector<std::int64_t> pads = {0, 0, 0, count};
    if (x.has_bins) pads = {0, 0, 0, 0, count, 0};
    const std::string filled = graph_.node("Pad", {x.name, graph_.numbers(pads)});
    return slice({filled, x.has_bins}, axis_of_channels, 0, count);
  }

  std::vector<Value> branches(const Layer& layer, const Value& x) {
    std::vector<Value> results;
    for (const std::vector<Layer>& branch : layer.branches) results.push_back(all(branch, x));
    return results;
  }

  Value sum(const std::vector<Value>& parts) {
    Value sum = parts.at(0);
    for (std::size_t i = 1; i < parts.size(); ++i)
      sum.name = graph_.node("Add", {sum.name, parts[i].name});
    return sum;
  }

  Value concatenation(const std::vector<Value>& parts) {
    std::vector<std::string> names;
    for (const Value& part : parts) names.push_back(part.name);
    return {graph_.node("Concat", names, {{"axis", {axis_of_channels}}}), parts.at(0).has_bins};
  }

  const ExportedEncoder& encoder_;
  OnnxGraph graph_;
  std::optional<std::string> root_of_two_;
  std::string one_, half_;
};

}  // namespace

std::string onnx_encoder(const ExportedEncoder& encoder) {
  std::string model = Writer(encoder).write();
  if (model.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    throw Error("the encoder is too large for a file of ONNX, which holds 2 GB at most");
  return model;
}

}  // namespace facet
