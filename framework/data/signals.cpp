#include "framework/data/signals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <utility>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/borders.h"
#include "framework/data/condition.h"

namespace facet {

namespace {

[[noreturn]] void throw_missing(const FileArrays& file, const std::string& name) {
  std::vector<std::string> names;
  for (const FileArray& array : file) names.push_back(array.name());
  throw Error("there is no array '" + name + "' with the signals" + did_you_mean(name, names) +
              " (it has " + (names.empty() ? "no arrays" : quoted(names)) + ")" +
              (names.size() == 1 ? ": an array has another name in another file, and the one of a "
                                   "npy file the name of the file"
                                 : ""));
}

bool matches(const std::string& name, const std::string& pattern) {
  if (!pattern.ends_with('*')) return name == pattern;
  return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

void require_usable(const FileArray& array, const std::string& pattern) {
  if (array.why_unreadable().empty()) return;
  const bool is_pattern = array.name() != pattern;
  throw Error("the array '" + array.name() + "'" +
              (is_pattern ? ", one of '" + pattern + "'," : "") + " " + array.why_unreadable());
}

/// What has no row for each bin is said to be something else than signals.
void require_rows_of_bins(const FileArray& array) {
  if (array.shape().empty()) return;  // one value, told as such
  const std::string name = "'" + array.name() + "'", count = std::to_string(array.shape()[0]);
  const ArrayRole role = array.facts().role;
  if (array.is_text()) throw Error(name + " is text, signals are numbers");
  if (role == ArrayRole::events)
    throw Error(name + " are event times" + (array.is_ragged() ? " of " + count + " units" : "") +
                ": data.bin makes counts of them");
  if (role == ArrayRole::intervals)
    throw Error(name + " are " + count +
                " intervals, from when to when: signals have a row for each bin");
  if (array.is_ragged())
    throw Error(name +
                " has rows of different lengths, signals are bins x channels: if it holds event "
                "times, data.bin makes counts of them");
}

/// T x C of an array. Throws Error where it has another shape.
std::pair<std::int64_t, std::int64_t> bins_and_channels(const FileArray& array, bool transpose) {
  require_rows_of_bins(array);
  const std::vector<std::int64_t>& shape = array.shape();
  const bool right =
      (shape.size() == 1 || shape.size() == 2) && shape.front() > 0 && shape.back() > 0;
  if (!right)
    throw Error("the signals '" + array.name() + "' must be bins x channels, they are " +
                shape_text(shape));
  if (at::isComplexType(array.type()))
    throw Error("the signals '" + array.name() + "' are complex numbers, signals are real ones");
  if (shape.size() == 1) return {shape[0], 1};
  return transpose ? std::pair(shape[1], shape[0]) : std::pair(shape[0], shape[1]);
}

/// T x C, in the array's type.
at::Tensor read_columns(const FileArray& array, bool transpose) {
  const at::Tensor values = array.read();
  if (values.dim() == 1) return values.unsqueeze(1);
  return transpose ? values.t() : values;
}

}  // namespace

std::vector<const FileArray*> find_signals(const FileArrays& file,
                                           const std::vector<std::string>& names) {
  std::vector<const FileArray*> found;
  for (const std::string& name : names) {
    bool any = false;
    for (const FileArray& array : file) {
      if (!matches(array.name(), name)) continue;
      require_usable(array, name);
      if (std::find(found.begin(), found.end(), &array) != found.end())
        throw Error("the array '" + array.name() + "' is named twice, the second time by '" + name +
                    "'");
      found.push_back(&array);
      any = true;
    }
    if (!any) throw_missing(file, name);
  }
  return found;
}

at::Tensor read_signals(const std::vector<const FileArray*>& arrays, bool transpose) {
  const std::int64_t num_bins = bins_and_channels(*arrays.at(0), transpose).first;
  std::int64_t num_channels = 0;
  for (const FileArray* array : arrays) {
    const auto [bins, channels] = bins_and_channels(*array, transpose);
    num_channels += channels;
    if (bins != num_bins)
      throw Error("the signals must have the same bins, but '" + arrays[0]->name() + "' has " +
                  std::to_string(num_bins) + " and '" + array->name() + "' has " +
                  std::to_string(bins));
  }
  if (arrays.size() == 1 && arrays[0]->type() == at::kFloat && !transpose)
    return read_columns(*arrays[0], transpose);  // perhaps mapped: nothing is copied

  at::Tensor signals;
  try {
    signals = memory_for({num_bins, num_channels}, at::kFloat);
  } catch (const Error& error) {
    throw Error("the recording " + std::string(error.what()));
  }
  std::int64_t channel = 0;
  for (const FileArray* array : arrays) {
    const at::Tensor part = read_columns(*array, transpose);
    signals.narrow(1, channel, part.size(1)).copy_(part);
    channel += part.size(1);
  }
  return signals;
}

std::vector<std::string> channel_names(const std::vector<const FileArray*>& arrays,
                                       bool transpose) {
  std::vector<std::string> names;
  for (const FileArray* array : arrays) {
    const auto count = static_cast<std::size_t>(bins_and_channels(*array, transpose).second);
    const std::vector<std::string>& columns = array->facts().columns;
    for (std::size_t i = 0; i < count; ++i)
      names.push_back(columns.size() == count     ? columns[i]
                      : array->shape().size() > 1 ? item_key(array->name(), i)
                                                  : array->name());
  }
  return names;
}

at::Tensor selected_channels(const Selection& neurons, const Labels& channel_labels) {
  const std::int64_t count = channel_labels.num_bins();
  if (!neurons.condition.empty()) {
    const at::Tensor kept = Condition(neurons.condition).evaluate(arrays_of(channel_labels));
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

}  // namespace facet
