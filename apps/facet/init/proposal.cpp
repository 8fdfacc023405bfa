#include "apps/facet/init/proposal.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

constexpr double widths[] = {0.01, 0.02, 0.05, 0.1, 0.2};  // s
constexpr double filled = 0.1;                             // of the bins of the median unit

/// Makes a proposal step by step.
class Proposer {
 public:
  Proposer(const Wishes& wishes, Registry& registry) : wishes_(wishes), registry_(registry) {}

  Proposal make() {
    for (const std::string& file : wishes_.files) made_.files.emplace_back(file);
    arrays_ = list();
    choose_signals();
    if (is_events(signals()) || wishes_.bin) give_clocks();
    if (is_events(signals()) || has_clock(signals()) || wishes_.bin) choose_bin();
    choose_label();
    look_at_recording();
    return std::move(made_);
  }

 private:
  FileArrays list() {
    RecordingConfig config;
    config.file = made_.files;
    return list_files(config, registry_).arrays;
  }

  const FileArray& find(const std::string& name) const {
    std::vector<std::string> names;
    for (const FileArray& array : arrays_) {
      if (array.name() == name) return array;
      names.push_back(array.name());
    }
    throw Error("there is no array '" + name + "'" + did_you_mean(name, names) + " (there are " +
                (names.empty() ? "none" : quoted(names)) + ")");
  }

  const FileArray& signals() const { return find(made_.signals.value); }

  void choose_signals() {
    if (!wishes_.signals.empty()) {
      made_.signals = {find(wishes_.signals).name(), "as you said"};
      return;
    }
    const FileArray* best = nullptr;
    for (const FileArray& array : arrays_) {
      if (!can_be_read(array) || (!is_events(array) && !is_matrix(array))) continue;
      made_.possible_signals.push_back(array.name());
      const bool better =
          !best || (is_events(array) && !is_events(*best)) ||
          (is_events(array) == is_events(*best) && channels_of(array) > channels_of(*best));
      if (better) best = &array;
    }
    if (!best)
      throw Error(
          "there is no array of signals, bins x channels or event times of units: facet "
          "data info shows what there is, --signals names it");
    const std::string count = std::to_string(channels_of(*best));
    made_.signals = {best->name(),
                     is_events(*best) ? "event times of " + count + " units" : count + " channels"};
  }

  /// Of files that do not say when their rows were sampled.
  void give_clocks() {
    for (FileConfig& file : made_.files) {
      RecordingConfig config;
      config.file = {file};
      for (const FileArray& array : list_files(config, registry_).arrays)
        if (array.facts().role == ArrayRole::unknown && seems_to_be_times(array))
          file.time.push_back(array.name());
    }
    arrays_ = list();
  }

  void choose_bin() {
    if (wishes_.bin && (!(*wishes_.bin > 0) || !std::isfinite(*wishes_.bin)))
      throw Error("a bin is wider than 0 seconds, such as 0.05, not " + number_text(*wishes_.bin));
    if (wishes_.bin)
      made_.bin = {*wishes_.bin, "as you said"};
    else if (is_events(signals()))
      made_.bin = bin_of_events(signals());
    else
      made_.bin = {signals().facts().rate > 0 ? 1 / signals().facts().rate : 0.05,
                   "the step between the samples of the signals"};
  }

  static Reasoned<double> bin_of_events(const FileArray& signals) {
    const RaggedValues events = signals.read_ragged();
    const double span =
        events.values.numel() == 0 ? 0 : (events.values.max() - events.values.min()).item<double>();
    const at::Tensor counts =
        at::cat({events.ends.slice(0, 0, 1), events.ends.diff()}).to(at::kDouble);
    const double rate = span > 0 ? counts.median().item<double>() / span : 0;
    for (const double width : widths)
      if (1 - std::exp(-rate * width) >= filled)
        return {width, "half of the units fire in a tenth of such bins at least, " +
                           number_text(rate, 3) + " Hz"};
    return {widths[4], "units fire rarely, the median one " + number_text(rate, 3) + " Hz"};
  }

  /// A row for each bin, or its own clock.
  bool can_be_label(const FileArray& array) const {
    const ArrayFacts& facts = array.facts();
    if (!can_be_read(array) || array.is_text() || array.is_ragged() ||
        !at::isFloatingType(array.type()) || !facts.of.empty() || array.shape().empty() ||
        array.shape().size() > 2 || array.name() == made_.signals.value)
      return false;
    if (array.shape().size() == 2 && array.shape()[1] > 3) return false;
    if (facts.role == ArrayRole::times || facts.role == ArrayRole::intervals) return false;
    return made_.bin ? has_clock(array)
                     : array.shape()[0] == signals().shape()[0] && !seems_to_be_times(array);
  }

  void choose_label() {
    for (const FileArray& array : arrays_)
      if (can_be_label(array) && made_.labels.size() < 8) made_.labels.push_back(array.name());
    if (!wishes_.label.empty())
      take_label(find(wishes_.label).name());
    else if (!made_.labels.empty())
      made_.label = {made_.labels.front(), "the first continuous one"};
  }

  void take_label(const std::string& name) {
    made_.label = {name, "as you said"};
    std::vector<std::string>& labels = made_.labels;
    if (std::find(labels.begin(), labels.end(), name) == labels.end()) labels.push_back(name);
  }

  /// Leaves out the bins in which the label is missing.
  void look_at_recording() {
    const Recording recording = read_recording(made_.data(), registry_).recording;
    made_.num_bins = recording.num_bins();
    if (!made_.label) return;
    const Label& label = recording.labels.find(made_.label->value);
    if (label.kind != LabelKind::continuous)
      throw Error("'" + label.name + "' is discrete, a continuous label is needed" + others());
    if (!label.values.isnan().any().item<bool>()) return;
    std::vector<std::string> columns;
    for (std::int64_t column = 0; column < label.values.size(1); ++column) {
      const std::string own = label.values.size(1) == 1
                                  ? "'" + label.name + "'"
                                  : "'" + label.name + "'[" + std::to_string(column) + "]";
      columns.push_back(own + " == " + own);
    }
    made_.select = join(columns, " and ");
  }

  /// Labels beside the one that was chosen.
  std::string others() const {
    std::vector<std::string> names = made_.labels;
    std::erase(names, made_.label->value);
    return names.empty() ? "; there is none" : ", such as " + quoted(names);
  }

  const Wishes& wishes_;
  Registry& registry_;
  Proposal made_;
  FileArrays arrays_;
};

}  // namespace

RecordingConfig Proposal::data() const {
  RecordingConfig config;
  config.file = files;
  config.signals = {signals.value};
  if (!bin) return config;
  config.bin = bin->value;
  config.labels = labels;
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
