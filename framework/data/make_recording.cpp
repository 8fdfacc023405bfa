#include "framework/data/make_recording.h"

#include <ATen/ops/index_select.h>

#include <algorithm>
#include <map>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/check_signals.h"
#include "framework/data/fill_recording.h"
#include "framework/data/label_maker.h"
#include "framework/data/own_labels.h"
#include "framework/data/segments.h"
#include "framework/data/signals.h"
#include "framework/data/warn_of_unobserved.h"

namespace facet {

namespace {

/// A name that several arrays have says nothing; they are a mistake where one is asked for.
FileArrays with_unique_names(const FileArrays& file) {
  std::map<std::string, int> counts;
  for (const FileArray& array : file) ++counts[array.name()];
  FileArrays unique;
  for (const FileArray& array : file) {
    int& count = counts[array.name()];
    if (count == 1) unique.push_back(array);
    if (count > 1)
      unique.push_back(FileArray::unreadable(
          array.name(), "is the name of " + std::to_string(count) +
                            " arrays: each needs a name of its own, in all files of data.file"));
    if (count > 1) count = 0;
  }
  return unique;
}

/// What stands in the file in the place of one of the signals.
double stored_value(const std::vector<const FileArray*>& signals, bool transpose, std::int64_t bin,
                    std::int64_t channel) {
  for (const FileArray* array : signals) {
    const at::Tensor values = array->read();
    const at::Tensor columns = values.dim() == 1 ? values.unsqueeze(1)
                               : transpose       ? values.t()
                                                 : values;
    if (channel < columns.size(1)) return columns[bin][channel].item<double>();
    channel -= columns.size(1);
  }
  return 0;
}

/// In which array each channel is; empty where there is one.
std::vector<std::string> arrays_of_channels(const std::vector<const FileArray*>& signals,
                                            bool transpose) {
  std::vector<std::string> arrays;
  if (signals.size() == 1) return arrays;
  for (const FileArray* array : signals) {
    const std::vector<std::int64_t>& shape = array->shape();
    const std::int64_t columns = shape.size() == 1 ? 1 : transpose ? shape[0] : shape[1];
    arrays.insert(arrays.end(), static_cast<std::size_t>(columns), array->name());
  }
  return arrays;
}

/// The labels of some channels alone.
Labels rows_of(const Labels& labels, const at::Tensor& rows) {
  std::vector<Label> chosen = labels.all();
  for (Label& label : chosen) {
    label.values = label.values.index_select(0, rows);
    if (label.missing.defined()) label.missing = label.missing.index_select(0, rows);
  }
  return Labels(rows.size(0), std::move(chosen), labels.unusable());
}

/// ` of 50 ms`; empty where rows of arrays are the bins.
std::string width_text(const Labels& labels) {
  if (!labels.contains(bin_time) || labels.num_bins() < 2) return "";
  const at::Tensor times = labels.find(bin_time).values.to(at::kDouble).flatten();
  const double width =
      (times[-1] - times[0]).item<double>() / static_cast<double>(labels.num_bins() - 1);
  return " of " + (width < 1 ? number_text(width * 1e3) + " ms" : number_text(width) + " s");
}

/// Makes a recording step by step; each adds what is wrong with its keys.
class RecordingMaker {
 public:
  RecordingMaker(const std::string& name, const FileArrays& file, const RecordingConfig& config,
                 const std::string& key, const std::vector<std::string>& asked,
                 const Unobserved& unobserved)
      : file_(with_unique_names(file)),
        config_(config),
        key_(key),
        asked_(asked),
        unobserved_(unobserved) {
    recording_.name = name;
  }

  LoadedRecording make() {
    attempt("signals", [&] {
      signals_ = find_signals(file_, config_.signals);
      recording_.signals = read_signals(signals_, config_.transpose);
    });
    problems_.throw_if_any();
    check_form(recording_.name, config_.signals, recording_.signals, advice_of_form());
    make_labels();
    if (!config_.neurons.empty()) attempt("neurons", [&] { select_neurons(); });
    fill();
    cut_into_segments();
    problems_.throw_if_any();
    return {std::move(recording_), std::move(decisions_)};
  }

 private:
  /// Where nobody can know which axis is which, it may be the other one.
  std::string advice_of_form() const {
    if (config_.bin) return "data.bin, in seconds, may be too wide";
    const bool told = std::ranges::all_of(
        signals_, [](const FileArray* array) { return array->facts().role == ArrayRole::samples; });
    if (told) return "";
    return config_.transpose ? "if they are bins x channels in the file, leave out data.transpose"
                             : "if they are channels x bins in the file, set data.transpose = true";
  }
  bool attempt(const std::string& name, const std::function<void()>& action) {
    return problems_.attempt({}, join_key(key_, name), [&] {
      try {
        action();
      } catch (const OptionsError&) {
        throw;
      } catch (const Error& error) {
        const std::string what = error.what();
        throw Error(what.starts_with(recording_.name) ? what : recording_.name + ": " + what);
      }
    });
  }

  bool is_signal(const FileArray& array) const {
    return std::find(signals_.begin(), signals_.end(), &array) != signals_.end();
  }

  void make_labels() {
    LabelMaker maker(recording_.num_bins(), recording_.num_channels(), config_, asked_);
    for (const FileArray& array : file_)
      if (!is_signal(array)) maker.add(array);
    recording_.labels = maker.labels();
    recording_.channel_labels = maker.channel_labels();
    decisions_ = maker.decisions();
    require_known("continuous", config_.continuous);
    require_known("discrete", config_.discrete);
  }

  void require_known(const char* key, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (!recording_.channel_labels.contains(name))
        attempt(key, [&] { recording_.labels.find(name); });
  }

  void select_neurons() {
    channels_ = selected_channels(config_.neurons, recording_.channel_labels);
    decisions_.push_back(std::to_string(channels_.size(0)) + " of " +
                         std::to_string(recording_.num_channels()) + " channels are used");
    recording_.signals = recording_.signals.index_select(1, channels_);
    recording_.channel_labels = rows_of(recording_.channel_labels, channels_);
  }

  void fill() {
    problems_.attempt({}, key_, [&] {
      for (std::string& line : fill_recording(recording_, config_, key_))
        decisions_.push_back(std::move(line));
    });
  }

  void cut_into_segments() {
    const bool cut = problems_.attempt({}, key_, [&] {
      recording_.segments = recording_segments(recording_.labels, config_, key_);
    });
    if (!cut) return;
    const std::size_t count = recording_.segments.size();
    if (count > 1 || !config_.select.empty() || !config_.epochs.empty())
      decisions_.push_back(std::to_string(Bins(recording_.segments).size()) + " of " +
                           std::to_string(recording_.num_bins()) + " bins are used, in " +
                           std::to_string(count) + (count == 1 ? " segment" : " segments"));
    attempt("signals", [&] {
      const SignalSource source{config_.signals, channels_,
                                [&](std::int64_t bin, std::int64_t channel) {
                                  return stored_value(signals_, config_.transpose, bin, channel);
                                },
                                arrays_of_channels(signals_, config_.transpose)};
      check_signals(recording_, source);
      warn_of_unobserved(recording_, signals_, source, unobserved_);
    });
  }

  const FileArrays file_;
  const RecordingConfig& config_;
  const std::string key_;
  const std::vector<std::string>& asked_;
  const Unobserved& unobserved_;
  std::vector<const FileArray*> signals_;
  at::Tensor channels_;  // undefined: all
  Recording recording_;
  std::vector<std::string> decisions_;
  Problems problems_;
};

}  // namespace

LoadedRecording make_recording(const std::string& name, const FileArrays& file,
                               const RecordingConfig& config, const std::string& key,
                               const std::vector<std::string>& asked,
                               const Unobserved& unobserved) {
  return RecordingMaker(name, file, config, key, asked, unobserved).make();
}

std::string size_text(const Recording& recording) {
  const std::size_t segments = recording.segments.size();
  return recording.name + ": " + std::to_string(recording.num_bins()) + " bins" +
         width_text(recording.labels) + " x " + std::to_string(recording.num_channels()) +
         " channels" + (segments > 1 ? ", " + std::to_string(segments) + " segments" : "");
}

}  // namespace facet
