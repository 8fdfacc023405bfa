#include "framework/data/signals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/borders.h"
#include "framework/data/condition.h"

namespace facet {

namespace {

[[noreturn]] void throw_missing(const FileArrays& file, const std::string& name) {
  for (const UnreadableArray& array : file.unreadable)
    if (array.name == name) throw Error("the array '" + name + "' " + array.why);
  std::vector<std::string> names;
  for (const NamedTensor& array : file.arrays) names.push_back(array.name);
  throw Error("there is no array '" + name + "' with the signals" + did_you_mean(name, names) +
              " (it has " + (names.empty() ? "no arrays" : quoted(names)) + ")");
}

bool matches(const std::string& name, const std::string& pattern) {
  if (!pattern.ends_with('*')) return name == pattern;
  return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

}  // namespace

std::vector<const NamedTensor*> find_signals(const FileArrays& file,
                                             const std::vector<std::string>& names) {
  std::vector<const NamedTensor*> found;
  for (const std::string& name : names) {
    const std::size_t before = found.size();
    for (const NamedTensor& array : file.arrays)
      if (matches(array.name, name)) found.push_back(&array);
    if (found.size() == before) throw_missing(file, name);
  }
  return found;
}

at::Tensor join_signals(const std::vector<const NamedTensor*>& arrays) {
  std::vector<at::Tensor> parts;
  for (const NamedTensor* array : arrays) {
    at::Tensor part = array->tensor.dim() == 1 ? array->tensor.unsqueeze(1) : array->tensor;
    if (part.dim() != 2 || part.size(0) == 0 || part.size(1) == 0)
      throw Error("the signals '" + array->name + "' must be bins x channels, they are " +
                  shape_text(array->tensor.sizes()));
    if (!parts.empty() && part.size(0) != parts[0].size(0))
      throw Error("the signals must have the same bins, but '" + arrays[0]->name + "' has " +
                  std::to_string(parts[0].size(0)) + " and '" + array->name + "' has " +
                  std::to_string(part.size(0)));
    if (part.is_complex())
      throw Error("the signals '" + array->name + "' are complex numbers, signals are real ones");
    parts.push_back(part.to(at::kFloat));
  }
  return parts.size() == 1 ? parts[0] : at::cat(parts, 1);
}

at::Tensor selected_channels(const Selection& neurons, const Labels& channel_labels) {
  const std::int64_t count = channel_labels.num_bins();
  if (!neurons.condition.empty()) {
    const at::Tensor kept = Condition(neurons.condition).evaluate([&](const std::string& name) {
      return label_columns(channel_labels, name);
    });
    if (!kept.any().item<bool>()) throw Error("no channel remains");
    return kept.nonzero().flatten();
  }
  std::vector<std::int64_t> channels;
  for (const auto& [begin, end] : neurons.ranges)
    for (auto channel = static_cast<std::int64_t>(begin);
         channel < static_cast<std::int64_t>(end) + (begin == end ? 1 : 0); ++channel) {
      if (channel >= count)
        throw Error("there is no channel " + std::to_string(channel) + ", the last one is " +
                    std::to_string(count - 1));
      if (std::find(channels.begin(), channels.end(), channel) != channels.end())
        throw Error("channel " + std::to_string(channel) + " is listed twice");
      channels.push_back(channel);
    }
  return at::tensor(channels, at::kLong);
}

void require_finite(const at::Tensor& signals, const std::vector<Segment>& segments,
                    const std::vector<std::string>& names) {
  for (const Segment& segment : segments) {
    const at::Tensor finite = signals.slice(0, segment.begin, segment.end).isfinite();
    if (finite.all().item<bool>()) continue;
    const at::Tensor wrong = finite.logical_not().nonzero()[0];
    throw Error("the signals " + (names.empty() ? "" : quoted(names) + " ") +
                "are not finite (NaN or infinity), first at bin " +
                std::to_string(segment.begin + wrong[0].item<std::int64_t>()) + ", channel " +
                std::to_string(wrong[1].item<std::int64_t>()));
  }
}

}  // namespace facet
