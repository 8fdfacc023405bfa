#include "framework/reading/on_bins.h"

#include <algorithm>
#include <set>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/condition.h"
#include "framework/data/own_labels.h"
#include "framework/reading/binned_intervals.h"
#include "framework/reading/binned_samples.h"
#include "framework/reading/binned_signals.h"
#include "framework/reading/find_array.h"

namespace facet {

namespace {

std::vector<std::string> names_in(const std::string& condition) {
  if (condition.empty()) return {};
  return Condition(condition).names();
}

/// Labels that somebody asks for by name.
std::set<std::string> wanted_labels(const RecordingConfig& config,
                                    const std::vector<std::string>& asked) {
  std::set<std::string> names(asked.begin(), asked.end());
  for (const auto* given : {&config.labels, &config.continuous, &config.discrete, &config.angles})
    names.insert(given->begin(), given->end());
  if (config.trials) names.insert(*config.trials);
  for (const std::string& name : names_in(config.select)) names.insert(name);
  for (const AlignConfig& align : config.align) names.insert(align.array);
  for (const FillConfig& fill : config.fill)
    if (!fill.array.empty()) names.insert(fill.array);
  return names;
}

/// Brings a recording onto its bins step by step; each adds what is wrong with its keys.
class BinsMaker {
 public:
  BinsMaker(const FileArrays& file, const RecordingConfig& config, const std::string& key,
            const std::vector<std::string>& asked)
      : file_(file), key_(key), wanted_(wanted_labels(config, asked)) {
    made_.config = config;
    for (const std::string& name : names_in(config.neurons.condition)) of_neurons_.insert(name);
  }

  ArrangedArrays make() {
    attempt("signals", [&] { signals_.emplace(file_, made_.config); });
    problems_.throw_if_any();
    require_named_arrays();
    attempt("bin", [&] { bins_.emplace(signals_->bins()); });
    problems_.throw_if_any();
    attempt("signals", [&] { made_.arrays = signals_->on(*bins_, made_.decisions); });
    problems_.throw_if_any();
    made_.unobserved = signals_->unobserved(file_, *bins_);
    for (const FileArray& array : file_)
      if (!signals_->contains(array.name())) add(array);
    made_.arrays.emplace_back(bin_time, bins_->centres());
    problems_.throw_if_any();
    return std::move(made_);
  }

 private:
  bool attempt(const char* name, const std::function<void()>& action) {
    return problems_.attempt({}, join_key(key_, name), action);
  }

  bool attempt_item(const char* name, std::size_t i, const std::function<void()>& action) {
    return problems_.attempt({}, item_key(join_key(key_, name), i), action);
  }

  /// What keys of bins name must be there, and be what they are for.
  void require_named_arrays() {
    const RecordingConfig& config = made_.config;
    for (std::size_t i = 0; i < config.labels.size(); ++i)
      attempt_item("labels", i, [&] { require_label(config.labels[i]); });
    for (std::size_t i = 0; i < config.angles.size(); ++i)
      attempt_item("angles", i, [&] { require_array(file_, config.angles[i]); });
    for (std::size_t i = 0; i < config.align.size(); ++i)
      attempt_item("align", i, [&] { require_samples(config.align[i].array); });
  }

  void require_label(const std::string& name) const {
    if (signals_->contains(name)) throw Error("'" + name + "' is of the signals");
    const FileArray& array = require_array(file_, name);
    if (tells_of_signals(array))
      throw Error("'" + name + "' tells of the signals: it has a row for each of '" +
                  array.facts().of + "'");
  }

  void require_samples(const std::string& name) const {
    const ArrayRole role = require_array(file_, name).facts().role;
    if (role == ArrayRole::events || role == ArrayRole::intervals)
      throw Error("'" + name + "' holds " + (role == ArrayRole::events ? "events" : "intervals") +
                  ", only samples are aligned");
  }

  /// Where data.labels names it; the end: nowhere.
  std::size_t place_in_labels(const std::string& label) const {
    const std::vector<std::string>& labels = made_.config.labels;
    return static_cast<std::size_t>(std::ranges::find(labels, label) - labels.begin());
  }

  void add(const FileArray& array) {
    if (!array.why_unreadable().empty())
      made_.arrays.push_back(array);
    else if (tells_of_signals(array))
      add_of_units(array);
    else if (!wanted_.contains(array.name()))
      leave_out(array,
                "is not brought onto the bins, since nothing asks for it: list it in "
                "data.labels to have it as a label");
    else if (const std::size_t i = place_in_labels(array.name()); i < made_.config.labels.size())
      attempt_item("labels", i, [&] { add_label(array); });
    else
      try {
        add_label(array);
      } catch (const Error& error) {
        leave_out(array, std::string("cannot be brought onto the bins: ") + error.what());
      }
  }

  void leave_out(const FileArray& array, const std::string& why) {
    made_.arrays.push_back(FileArray::unreadable(array.name(), why));
  }

  bool tells_of_signals(const FileArray& array) const {
    return signals_->contains(array.facts().of) || of_neurons_.contains(array.name());
  }

  /// `units.quality`, and where `neurons` calls it so, `quality`.
  void add_of_units(const FileArray& array) {
    made_.arrays.push_back(array);
    const std::string prefix = array.facts().of + ".";
    if (!array.name().starts_with(prefix)) return;
    const std::string name = array.name().substr(prefix.size());
    const auto has_it = [&](const FileArray& other) { return other.name() == name; };
    if (of_neurons_.contains(name) && std::none_of(file_.begin(), file_.end(), has_it))
      made_.arrays.push_back(array.named(name));
  }

  void add_label(const FileArray& array) {
    if (array.facts().role == ArrayRole::intervals)
      made_.arrays.push_back(intervals_on_bins(array, *bins_));
    else if (const FileArray* intervals = intervals_of(array))
      take(array, column_on_bins(array, *intervals, *bins_));
    else if (array.facts().role == ArrayRole::events)
      made_.arrays.push_back(events_on_bins(array, *bins_));
    else
      take(array, samples_on_bins(array, SamplesAre::label, sample_clock(array, file_),
                                  made_.config, *bins_));
  }

  const FileArray* intervals_of(const FileArray& array) const {
    const std::string& of = array.facts().of;
    const FileArray* intervals = of.empty() ? nullptr : find_array(file_, of);
    return intervals && intervals->facts().role == ArrayRole::intervals ? intervals : nullptr;
  }

  void take(const FileArray& array, BinnedArray binned) {
    if (!binned.decision.empty()) made_.decisions.push_back(std::move(binned.decision));
    if (binned.is_discrete) made_.config.discrete.push_back(array.name());
    made_.arrays.push_back(std::move(binned.array));
  }

  const FileArrays& file_;
  const std::string key_;
  const std::set<std::string> wanted_;
  std::set<std::string> of_neurons_;  // what the condition on neurons names
  std::optional<TimedSignals> signals_;
  std::optional<BinClock> bins_;
  ArrangedArrays made_;
  Problems problems_;
};

}  // namespace

ArrangedArrays on_bins(const FileArrays& file, const RecordingConfig& config,
                       const std::string& key, const std::vector<std::string>& asked) {
  return BinsMaker(file, config, key, asked).make();
}

}  // namespace facet
