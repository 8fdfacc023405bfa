#include "apps/facet/init/proposal.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/bin_choice.h"
#include "apps/facet/init/label_choice.h"
#include "apps/facet/init/signals_choice.h"
#include "apps/facet/init/trials_choice.h"
#include "facet/bins.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

/// Makes a proposal step by step.
class Proposer {
 public:
  Proposer(const Wishes& wishes, Registry& registry) : wishes_(wishes), registry_(registry) {}

  Proposal make() {
    for (const std::string& file : wishes_.files) made_.files.emplace_back(file);
    arrays_ = list(made_.files);
    signals_ = choose_signals();
    if (is_events(signals_.first()) || wishes_.bin) give_times();
    if (is_events(signals_.first()) || has_clock(signals_.first()) || wishes_.bin)
      made_.bin = choose_bin(signals_, arrays_, wishes_.bin);
    made_.neurons = good_channels(signals_, arrays_);
    choose_labels();
    take_trials();
    look_at_recording();
    find_unused_files();
    return std::move(made_);
  }

 private:
  FileArrays list(const std::vector<FileConfig>& files) {
    RecordingConfig config;
    config.file = files;
    return list_files(config, registry_).arrays;
  }

  SignalsChoice choose_signals() {
    SignalsChoice chosen;
    if (wishes_.signals.empty()) {
      const std::vector<SignalsChoice> all = possible_signals(arrays_);
      for (const SignalsChoice& one : all) made_.possible_signals.push_back(one.text());
      chosen = all.front();
    } else {
      chosen = signals_named(wishes_.signals, arrays_);
    }
    made_.signals = {chosen.names, chosen.reason};
    made_.transpose = chosen.transposed;
    return chosen;
  }

  /// To files that do not say when their rows were sampled, or that their rows are intervals.
  void give_times() {
    for (FileConfig& file : made_.files) {
      const FileArrays own = list({file});
      file.intervals = interval_columns(own);
      if (!file.intervals.empty()) continue;
      for (const FileArray& array : own)
        if (array.facts().role == ArrayRole::unknown && seems_to_be_times(array))
          file.time.push_back(array.name());
    }
    arrays_ = list(made_.files);
    signals_ = signals_named(made_.signals.value, arrays_);
  }

  void choose_labels() {
    made_.labels = possible_labels(signals_, arrays_, made_.bin.has_value());
    if (!wishes_.label.empty()) take_label(wishes_.label);
    for (const FileArray& array : arrays_)
      if (made_.bin && holds_angles(array) &&
          std::ranges::find(made_.labels, array.name()) != made_.labels.end())
        made_.angles.push_back(array.name());
  }

  void take_label(const std::string& name) {
    const SignalsChoice found = signals_named({name}, arrays_);  // or says what there is
    if (signals_.contains(name)) throw Error("'" + name + "' is of the signals" + others());
    if (found.first().facts().role == ArrayRole::times)
      throw Error("'" + name + "' is the clock of other arrays" + others());
    made_.label = {name, "as you said"};
    if (std::ranges::find(made_.labels, name) == made_.labels.end()) made_.labels.push_back(name);
  }

  void take_trials() {
    const auto trials = choose_trials(signals_, arrays_, made_.bin.has_value());
    if (!trials || is_trials(signals_.first())) return;
    made_.trials = trials->name;
    if (trials->select)
      add_condition("in '" + trials->name + "'", "nearly all events are in " + trials->name);
  }

  void add_condition(const std::string& condition, const std::string& reason) {
    Reasoned<std::string>& select = made_.select;
    select.value += (select.value.empty() ? "" : " and ") + condition;
    select.reason += (select.reason.empty() ? "" : "; ") + reason;
  }

  Recording read() { return read_recording(made_.data(), registry_).recording; }

  /// Leaves out the bins in which the label is missing.
  void look_at_recording() {
    Recording recording = read();
    choose_known_label(recording.labels);
    if (made_.label && leave_missing_out(recording.labels.find(made_.label->value)))
      recording = read();
    for (const Segment& segment : recording.segments) {
      made_.num_bins += segment.size();
      made_.num_windows += std::max<std::int64_t>(0, segment.size() - 9);
      made_.longest_segment = std::max(made_.longest_segment, segment.size());
    }
  }

  /// The first one that is not missing in most bins; none, where there is none.
  void choose_known_label(const Labels& labels) {
    if (made_.labels.empty() || !wishes_.label.empty()) return;
    const auto is_known = [&](const std::string& name) {
      const at::Tensor& values = labels.find(name).values;
      return values.isfinite().to(at::kDouble).mean().item<double>() > 0.5;
    };
    const auto known = std::ranges::find_if(made_.labels, is_known);
    made_.label.reset();
    if (known != made_.labels.end()) made_.label = {*known, "the first continuous one"};
  }

  bool leave_missing_out(const Label& label) {
    if (label.kind != LabelKind::continuous)
      throw Error("'" + label.name + "' is discrete, a continuous label is needed" + others());
    const std::string known = condition_where_known(label);
    if (known.empty()) return false;
    add_condition(known, "bins where " + label.name + " is missing are left out");
    return true;
  }

  /// Labels beside the one that was chosen.
  std::string others() const {
    std::vector<std::string> names = made_.labels;
    if (made_.label) std::erase(names, made_.label->value);
    return names.empty() ? "; there is none" : ", such as " + quoted(names);
  }

  bool is_used(const std::string& array) const {
    const auto is_it = [&](const std::string& name) { return name == array; };
    return is_it(made_.trials) || std::ranges::any_of(made_.labels, is_it) ||
           made_.neurons.find(array) != std::string::npos || signals_.contains(array);
  }

  void find_unused_files() {
    for (const FileConfig& file : made_.files) {
      const auto is_of_use = [&](const FileArray& array) { return is_used(array.name()); };
      if (std::ranges::none_of(list({file}), is_of_use)) made_.unused_files.push_back(file.path);
    }
  }

  const Wishes& wishes_;
  Registry& registry_;
  Proposal made_;
  FileArrays arrays_;
  SignalsChoice signals_;
};

}  // namespace

RecordingConfig Proposal::data() const {
  RecordingConfig config;
  config.file = files;
  config.signals = signals.value;
  config.transpose = transpose;
  config.neurons.condition = neurons;
  if (!trials.empty()) config.trials = trials;
  config.select = select.value;
  if (!bin) return config;
  config.bin = bin->value;
  config.labels = labels;
  config.angles = angles;
  return config;
}

std::int64_t Proposal::bins_in(double seconds, std::int64_t otherwise) const {
  if (!bin) return otherwise;
  return std::max<std::int64_t>(1, std::llround(seconds / bin->value));
}

Proposal propose(const Wishes& wishes, Registry& registry) {
  return Proposer(wishes, registry).make();
}

}  // namespace facet
