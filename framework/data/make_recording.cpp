#include <ATen/ops/index_select.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/data/label_maker.h"
#include "framework/data/recording_reader.h"
#include "framework/data/segments.h"
#include "framework/data/signals.h"

namespace facet {

namespace {

/// Of several files joined, each must bring other arrays.
void require_unique(const std::vector<NamedTensor>& arrays) {
  for (auto array = arrays.begin(); array != arrays.end(); ++array)
    if (std::any_of(arrays.begin(), array, [&](const auto& o) { return o.name == array->name; }))
      throw Error("there are two arrays named '" + array->name + "'");
}

/// The labels of some channels alone.
Labels rows_of(const Labels& labels, const at::Tensor& rows) {
  std::vector<Label> chosen = labels.all();
  for (Label& label : chosen) label.values = label.values.index_select(0, rows);
  return Labels(rows.size(0), std::move(chosen));
}

/// Makes a recording step by step; each adds what is wrong with its keys.
class RecordingMaker {
 public:
  RecordingMaker(const std::string& name, const FileArrays& file, const RecordingConfig& config,
                 const std::string& key)
      : file_(file), config_(config), key_(key) {
    recording_.name = name;
  }

  LoadedRecording make() {
    attempt("file", [&] { require_unique(file_.arrays); });
    attempt("signals", [&] {
      signals_ = find_signals(file_, config_.signals);
      recording_.signals = join_signals(signals_);
    });
    problems_.throw_if_any();
    make_labels();
    if (!config_.neurons.empty()) attempt("neurons", [&] { select_neurons(); });
    cut_into_segments();
    problems_.throw_if_any();
    return {std::move(recording_), std::move(decisions_)};
  }

 private:
  bool attempt(const std::string& name, const std::function<void()>& action) {
    return problems_.attempt({}, join_key(key_, name), [&] {
      try {
        action();
      } catch (const OptionsError&) {
        throw;
      } catch (const Error& error) {
        throw Error(recording_.name + ": " + error.what());
      }
    });
  }

  bool is_signal(const NamedTensor& array) const {
    return std::find(signals_.begin(), signals_.end(), &array) != signals_.end();
  }

  void make_labels() {
    LabelMaker maker(recording_.num_bins(), recording_.num_channels(), config_);
    bool all = true;
    for (const NamedTensor& array : file_.arrays)
      if (!is_signal(array)) all &= attempt("discrete", [&] { maker.add(array); });
    for (const UnreadableArray& array : file_.unreadable) maker.add_unusable(array.name, array.why);
    recording_.labels = maker.labels();
    recording_.channel_labels = maker.channel_labels();
    decisions_ = maker.decisions();
    if (!all) return;
    require_known("continuous", config_.continuous);
    require_known("discrete", config_.discrete);
  }

  void require_known(const char* key, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (!recording_.channel_labels.contains(name))
        attempt(key, [&] { recording_.labels.find(name); });
  }

  void select_neurons() {
    const at::Tensor channels = selected_channels(config_.neurons, recording_.channel_labels);
    decisions_.push_back(std::to_string(channels.size(0)) + " of " +
                         std::to_string(recording_.num_channels()) + " channels are used");
    recording_.signals = recording_.signals.index_select(1, channels);
    recording_.channel_labels = rows_of(recording_.channel_labels, channels);
  }

  void cut_into_segments() {
    const bool cut = problems_.attempt({}, key_, [&] {
      recording_.segments = recording_segments(recording_.labels, config_, key_);
    });
    if (!cut) return;
    if (recording_.segments.size() > 1 || !config_.select.empty() || !config_.epochs.empty())
      decisions_.push_back(std::to_string(Bins(recording_.segments).size()) + " of " +
                           std::to_string(recording_.num_bins()) + " bins are used, in " +
                           std::to_string(recording_.segments.size()) + " segments");
    attempt("signals",
            [&] { require_finite(recording_.signals, recording_.segments, config_.signals); });
  }

  const FileArrays& file_;
  const RecordingConfig& config_;
  const std::string key_;
  std::vector<const NamedTensor*> signals_;
  Recording recording_;
  std::vector<std::string> decisions_;
  Problems problems_;
};

}  // namespace

LoadedRecording make_recording(const std::string& name, const FileArrays& file,
                               const RecordingConfig& config, const std::string& key) {
  return RecordingMaker(name, file, config, key).make();
}

}  // namespace facet
