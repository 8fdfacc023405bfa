#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/data/recording_reader.h"
#include "framework/data/trial_segments.h"

namespace facet {

namespace {

std::string shape(const at::Tensor& array) {
  std::string text;
  for (const std::int64_t size : array.sizes())
    text += (text.empty() ? "" : " x ") + std::to_string(size);
  return text.empty() ? "a single value" : text;
}

/// Of several files joined, each must bring other arrays.
void require_unique(const std::vector<NamedTensor>& arrays) {
  for (auto array = arrays.begin(); array != arrays.end(); ++array)
    if (std::any_of(arrays.begin(), array, [&](const auto& o) { return o.name == array->name; }))
      throw Error("there are two arrays named '" + array->name + "'");
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

at::Tensor signals_of(const NamedTensor& array) {
  const at::Tensor signals = array.tensor.dim() == 1 ? array.tensor.unsqueeze(1) : array.tensor;
  if (signals.dim() != 2 || signals.size(0) == 0 || signals.size(1) == 0)
    throw Error("the signals '" + array.name + "' must be bins x channels, they are " +
                shape(array.tensor));
  const at::Tensor as_float = signals.to(at::kFloat);
  const at::Tensor finite = as_float.isfinite();
  if (!finite.all().item<bool>()) {
    const at::Tensor wrong = finite.logical_not().nonzero()[0];
    throw Error("the signals '" + array.name + "' are not finite (NaN or infinity), first at bin " +
                std::to_string(wrong[0].item<std::int64_t>()) + ", channel " +
                std::to_string(wrong[1].item<std::int64_t>()));
  }
  return as_float;
}

/// Arrays become labels; what cannot be one is kept with the reason.
class LabelMaker {
 public:
  LabelMaker(std::int64_t num_bins, const DataConfig& config)
      : num_bins_(num_bins), config_(config) {}

  void add(const NamedTensor& array) {
    const std::string why = why_unusable(array.tensor);
    if (why.empty())
      labels_.push_back(label(array));
    else
      unusable_.push_back({array.name, why});
  }

  Labels labels() const { return Labels(num_bins_, labels_, unusable_); }

  std::vector<std::string> decisions() const {
    std::vector<std::string> lines;
    for (const Label& label : labels_)
      lines.push_back("label '" + label.name + "' is " + to_string(label.kind) + ", " +
                      shape(label.values));
    for (const UnusableLabel& array : unusable_)
      lines.push_back("array '" + array.name + "' is no label: it " + array.why);
    return lines;
  }

 private:
  std::string why_unusable(const at::Tensor& values) const {
    if (values.dim() != 1 && values.dim() != 2)
      return "is " + shape(values) + ", a label is T or T x d";
    if (values.size(0) != num_bins_)
      return "has " + std::to_string(values.size(0)) + " rows, the recording has " +
             std::to_string(num_bins_) + " bins";
    return "";
  }

  LabelKind kind(const NamedTensor& array) const {
    if (contains(config_.continuous, array.name)) return LabelKind::continuous;
    if (contains(config_.discrete, array.name)) return LabelKind::discrete;
    return array.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete;
  }

  Label label(const NamedTensor& array) const {
    const at::Tensor& values = array.tensor;
    if (kind(array) == LabelKind::continuous)
      return {array.name, LabelKind::continuous,
              (values.dim() == 1 ? values.unsqueeze(1) : values).to(at::kDouble).contiguous()};
    const at::Tensor flat = values.dim() == 2 && values.size(1) == 1 ? values.squeeze(1) : values;
    if (flat.dim() != 1)
      throw Error("label '" + array.name + "' is " + shape(values) +
                  " and discrete: a discrete label has one column; list it in [data] continuous to "
                  "use its numbers as they are");
    if (flat.is_floating_point() && !flat.frac().eq(0).all().item<bool>())
      throw Error("label '" + array.name +
                  "' is to be discrete, but not all of its values are "
                  "integers");
    return {array.name, LabelKind::discrete, flat.to(at::kLong).contiguous()};
  }

  std::int64_t num_bins_;
  const DataConfig& config_;
  std::vector<Label> labels_;
  std::vector<UnusableLabel> unusable_;
};

void require_known(const std::vector<std::string>& names, const Labels& labels) {
  for (const std::string& name : names) labels.find(name);
}

}  // namespace

LoadedRecording make_recording(const std::string& name, const std::vector<NamedTensor>& arrays,
                               const DataConfig& config) {
  const auto is_signals = [&](const NamedTensor& array) { return array.name == config.signals; };
  const auto signals = std::find_if(arrays.begin(), arrays.end(), is_signals);
  if (signals == arrays.end()) {
    std::vector<std::string> names;
    std::string known;
    for (const NamedTensor& array : arrays) {
      names.push_back(array.name);
      known += (known.empty() ? "'" : ", '") + array.name + "'";
    }
    throw Error(name + ": there is no array '" + config.signals + "' with the signals" +
                did_you_mean(config.signals, names) + " (it has " +
                (known.empty() ? "no arrays" : known) + "; [data] signals says which one it is)");
  }
  try {
    require_unique(arrays);
    LoadedRecording loaded;
    Recording& recording = loaded.recording;
    recording.name = name;
    recording.signals = signals_of(*signals);
    LabelMaker maker(recording.num_bins(), config);
    for (const NamedTensor& array : arrays)
      if (!is_signals(array)) maker.add(array);
    recording.labels = maker.labels();
    require_known(config.continuous, recording.labels);
    require_known(config.discrete, recording.labels);
    recording.segments = trial_segments(recording.labels, config.trials);
    loaded.decisions = maker.decisions();
    return loaded;
  } catch (const Error& error) {
    throw Error(name + ": " + error.what());
  }
}

}  // namespace facet
