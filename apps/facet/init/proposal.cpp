#include "apps/facet/init/proposal.h"

#include <algorithm>
#include <cmath>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/bin.h"
#include "apps/facet/init/file_times.h"
#include "apps/facet/init/labels.h"
#include "apps/facet/init/missing_values.h"
#include "apps/facet/init/neurons.h"
#include "apps/facet/init/plan.h"
#include "apps/facet/init/signals.h"
#include "apps/facet/init/trials.h"
#include "apps/facet/init/unused_files.h"
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
    for (const std::string& file : wishes_.files) made_.files.push_back({file});
    give_events(made_, registry_);
    arrays_ = list();
    choose_signals(made_, arrays_, wishes_.signals);
    if (is_events(signals()) || has_clock(signals()) || wishes_.bin) {
      give_times(made_, registry_);
      arrays_ = list();
      made_.bin = choose_bin(signals(), arrays_, wishes_.bin);
    }
    made_.neurons = choose_neurons(arrays_, channels_of(made_, arrays_));
    choose_for_missing(made_, arrays_);
    choose_labels(made_, arrays_, wishes_.label);
    choose_trials(made_, arrays_);
    const Recording recording = read();
    choose_label(made_, recording, wishes_.label);
    plan_training(made_, recording);
    note_unused(made_, recording, registry_);
    return std::move(made_);
  }

 private:
  FileArrays list() {
    RecordingConfig config;
    for (const ProposedFile& file : made_.files) config.file.push_back(file.config);
    return list_files(config, registry_).arrays;
  }

  const FileArray& signals() const { return *named_arrays(arrays_, made_.signals.value).front(); }

  /// Without the labels that cannot be brought onto the bins, such as those of another time.
  Recording read() {
    while (true) try {
        return read_recording(made_.data(), registry_).recording;
      } catch (const OptionsError& error) {
        if (!drop_labels(error)) throw;
      }
  }

  /// Whether one was dropped that nobody wished for.
  bool drop_labels(const OptionsError& error) {
    std::vector<std::string> dropped;
    for (const Problem& problem : error.problems())
      for (std::size_t i = 0; i < made_.labels.size(); ++i)
        if (problem.key == item_key("data.labels", i) && made_.labels[i] != wishes_.label)
          dropped.push_back(made_.labels[i]);
    for (const std::string& name : dropped) {
      std::erase(made_.labels, name);
      if (made_.angles) std::erase(made_.angles->value, name);
    }
    if (made_.angles && made_.angles->value.empty()) made_.angles.reset();
    return !dropped.empty();
  }

  const Wishes& wishes_;
  Registry& registry_;
  Proposal made_;
  FileArrays arrays_;
};

}  // namespace

RecordingConfig Proposal::data() const {
  RecordingConfig config;
  for (const ProposedFile& file : files) config.file.push_back(file.config);
  config.signals = signals.value;
  config.transpose = !transpose.empty();
  if (neurons) config.neurons.condition = neurons->value;
  config.select = selected().value;
  if (epochs)
    for (const Segment& epoch : epochs->value)
      config.epochs.ranges.emplace_back(epoch.begin, epoch.end);
  if (filled) config.fill.push_back({filled->value, "interpolate", {}});
  if (!bin) return config;
  config.bin = bin->value;
  config.labels = labels;
  if (angles) config.angles = angles->value;
  if (trials) config.trials = trials->value;
  return config;
}

std::int64_t Proposal::bins_in(double seconds, std::int64_t otherwise) const {
  const std::int64_t wanted = bin ? std::llround(seconds / bin->value) : otherwise;
  return std::clamp<std::int64_t>(wanted, 1, plan.longest_offset);
}

Reasoned<std::string> Proposal::selected() const {
  std::vector<std::string> conditions, reasons;
  for (const auto& [condition, reason] : select) {
    conditions.push_back(condition);
    reasons.push_back(reason);
  }
  return {join(conditions, " and "), join(reasons, "; ")};
}

Proposal propose(const Wishes& wishes, Registry& registry) {
  return Proposer(wishes, registry).make();
}

}  // namespace facet
