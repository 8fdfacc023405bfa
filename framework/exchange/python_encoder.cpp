#include "framework/exchange/python_encoder.h"

#include <nlohmann/json.hpp>

#include "facet/error.h"
#include "framework/exchange/python_parts.h"

namespace facet {

namespace {

constexpr std::size_t widest = 96;

std::string text_of(double value) {
  return nlohmann::json(value).dump();
}

/// `[..., 1:-1]`
std::string bins_text(std::int64_t begin, std::int64_t end, std::int64_t step = 1) {
  return "[..., " + (begin > 0 ? std::to_string(begin) : "") + ":" +
         (end > 0 ? std::to_string(-end) : "") + (step > 1 ? ":" + std::to_string(step) : "") + "]";
}

std::string apply(const std::string& expression) {
  return "Apply(lambda x: " + expression + ")";
}

std::string call(const std::string& name, const Layer& layer) {
  return name + "(\"" + layer.parameters + "\"" +
         (layer.step > 1 ? ", stride=" + std::to_string(layer.step) : "") + ")";
}

std::string one(const Layer& layer, const std::string& indent);

std::string branch(const std::vector<Layer>& layers, const std::string& indent) {
  if (layers.empty()) return "nn.Identity()";
  if (layers.size() == 1) return one(layers[0], indent);
  std::string text;
  for (const Layer& layer : layers) text += (text.empty() ? "" : ", ") + one(layer, indent);
  return "nn.Sequential(" + text + ")";
}

/// In one line, or each branch in one of its own.
std::string of_branches(const std::string& name, const Layer& layer, const std::string& indent) {
  std::string line = indent + name + "(", lines = name + "(";
  for (std::size_t i = 0; i < layer.branches.size(); ++i) {
    const std::string text = branch(layer.branches[i], indent + "    ");
    line += (i ? ", " : "") + text;
    lines += "\n" + indent + "    " + text + ",";
  }
  if (line.size() < widest && line.find('\n') == std::string::npos)
    return line.substr(indent.size()) + ")";
  return lines + "\n" + indent + ")";
}

std::string one(const Layer& layer, const std::string& indent) {
  switch (layer.kind) {
    case LayerKind::linear: return call("linear", layer);
    case LayerKind::convolution: return call("convolution", layer);
    case LayerKind::gelu: return "nn.GELU()";
    case LayerKind::relu: return "nn.ReLU()";
    case LayerKind::tanh: return "nn.Tanh()";
    case LayerKind::clip:
      return "nn.Hardtanh(" + text_of(layer.lowest) + ", " + text_of(layer.highest) + ")";
    case LayerKind::unit_length: return "Apply(unit_length)";
    case LayerKind::flatten:
    case LayerKind::squeeze: return "nn.Flatten()";
    case LayerKind::crop: return apply("x" + bins_text(layer.begin, layer.end));
    case LayerKind::every: return apply("x" + bins_text(0, 0, layer.step));
    case LayerKind::channels:
      return apply("x[:, " + std::to_string(layer.begin) + ":" + std::to_string(layer.end) + "]");
    case LayerKind::fit:
      return apply("pad(x.transpose(1, -1), (0, " + std::to_string(layer.end) +
                   " - x.shape[1])).transpose(1, -1)");
    case LayerKind::sum: return of_branches("Sum", layer, indent);
    case LayerKind::concatenation: return of_branches("Concatenation", layer, indent);
  }
  throw Error("there is no such layer");
}

/// Only what the layers use.
std::string parts_used_by(const std::string& layers) {
  std::string text;
  for (const PythonPart& part : python_parts)
    if (layers.find(part.used) != std::string::npos) text += part.text;
  return text;
}

}  // namespace

std::string python_encoder(const ExportedEncoder& encoder) {
  const std::string indent(4, ' ');
  std::string layers;
  if (encoder.zscored) layers += indent + "ZScores(),\n";
  for (const Layer& layer : encoder.layers) layers += indent + one(layer, indent) + ",\n";
  const std::string pad =
      layers.find("pad(") != std::string::npos ? "from torch.nn.functional import pad\n" : "";
  return python_head + pad + python_state + parts_used_by(layers) + "encoder = nn.Sequential(\n" +
         layers + ").eval()\n" + python_checked +
         (encoder.convolutional ? python_embed_in_one_pass : python_embed_by_windows) +
         python_edges;
}

}  // namespace facet
