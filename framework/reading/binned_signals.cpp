#include "framework/reading/binned_signals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/binning/bin_events.h"
#include "framework/binning/smooth.h"
#include "framework/data/signals.h"
#include "framework/reading/binned_samples.h"
#include "framework/reading/event_faults.h"
#include "framework/reading/unobserved_bins.h"

namespace facet {

namespace {

/// Trains of times, or one: as a file says, or ragged float64 of one column, which a file of MATLAB
/// cannot say.
bool is_events(const FileArray& array) {
  const ArrayRole role = array.facts().role;
  return role == ArrayRole::events || (role == ArrayRole::unknown && array.is_ragged());
}

RaggedValues read_events(const FileArray& array) {
  if (array.shape().size() != 1 || array.is_text() || !at::isFloatingType(array.type()))
    throw Error("the events '" + array.name() + "' must be times in seconds, they are " +
                shape_text(array.shape()) + " of " + c10::toString(array.type()));
  RaggedValues events = array.is_ragged()
                            ? array.read_ragged()
                            : RaggedValues{array.read(), at::tensor({array.shape()[0]}, at::kLong)};
  events.values = events.values.to(at::kDouble).contiguous();
  return events;
}

std::string seconds_text(double seconds) {
  return number_text(seconds, 10) + " s";
}

}  // namespace

TimedSignals::TimedSignals(const FileArrays& file, const RecordingConfig& config)
    : config_(config) {
  for (const FileArray* array : find_signals(file, config.signals)) {
    if (is_events(*array)) {
      events_.push_back({*array, read_events(*array)});
      tell_of_whole_seconds(array->name(), events_.back().times.values);
      continue;
    }
    if (array->is_text() || array->facts().role == ArrayRole::intervals)
      throw Error("the array '" + array->name() + "' " +
                  (array->is_text() ? "holds text" : "holds intervals") +
                  ", signals are events or samples");
    samples_.push_back({*array, sample_clock(*array, file)});
  }
}

bool TimedSignals::contains(const std::string& name) const {
  const auto is_it = [&](const auto& signals) { return signals.array.name() == name; };
  return std::any_of(samples_.begin(), samples_.end(), is_it) ||
         std::any_of(events_.begin(), events_.end(), is_it);
}

std::pair<double, double> TimedSignals::span() const {
  double first = -std::numeric_limits<double>::infinity(), last = -first;
  for (const Samples& samples : samples_) {
    const auto [begin, end] = span_of(samples.clock);
    first = std::max(first, begin);
    last = std::min(last, end);
  }
  if (!samples_.empty()) return {first, last};
  std::swap(first, last);
  for (const Events& events : events_) {
    const at::Tensor known = events.times.values.masked_select(events.times.values.isfinite());
    if (known.numel() == 0) continue;
    first = std::min(first, known.min().item<double>());
    last = std::max(last, known.max().item<double>());
  }
  if (first > last)
    throw Error(
        "there is no event in the signals: data.start and data.stop say where the bins are");
  const double width = *config_.bin;
  const double begin = std::floor(first / width) * width;
  return {begin, begin + (std::floor((last - begin) / width) + 1) * width};
}

BinClock TimedSignals::bins() const {
  if (config_.start && config_.stop) return {*config_.start, *config_.stop, *config_.bin};
  const auto [first, last] = span();
  return {config_.start.value_or(first), config_.stop.value_or(last), *config_.bin};
}

FileArray TimedSignals::counts(const Events& events, const BinClock& bins,
                               std::vector<std::string>& decisions) const {
  const std::string& name = events.array.name();
  BinnedEvents binned = bin_events(events.times, bins, at::kFloat, events.array.facts().columns);
  tell_of_backwards(name, binned);
  const std::int64_t all = events.times.values.numel();
  decisions.push_back("'" + name + "': " + std::to_string(all - binned.outside) + " of " +
                      std::to_string(all) + " events of " + std::to_string(binned.counts.size(1)) +
                      " units are in the bins");
  at::Tensor counts = binned.counts;
  if (config_.smooth > 0)
    counts = smooth(counts, {{0, bins.size()}}, bins, {config_.smooth, config_.causal});
  if (config_.rates) counts = rates(counts, bins);
  return {name, counts};
}

Unobserved TimedSignals::unobserved(const FileArrays& file, const BinClock& bins) const {
  Unobserved found;
  for (const Events& events : events_) {
    auto units = unobserved_bins(events.array, file, bins);
    if (!units.empty()) found.emplace(events.array.name(), std::move(units));
  }
  return found;
}

FileArrays TimedSignals::on(const BinClock& bins, std::vector<std::string>& decisions) const {
  if (events_.empty())
    for (const auto& [key, given] :
         {std::pair("smooth", config_.smooth > 0), std::pair("rates", config_.rates)})
      if (given)
        throw Error(std::string("data.") + key + " is of event counts, the signals are samples");
  decisions.push_back(std::to_string(bins.size()) + " bins of " + seconds_text(bins.width()) +
                      ", from " + seconds_text(bins.ticks().seconds(bins.edge(0))) + " to " +
                      seconds_text(bins.ticks().seconds(bins.edge(bins.size()))));
  FileArrays arrays;
  for (const Events& events : events_) arrays.push_back(counts(events, bins, decisions));
  for (const Samples& samples : samples_) {
    BinnedArray binned =
        samples_on_bins(samples.array, SamplesAre::signals, samples.clock, config_, bins);
    decisions.push_back(std::move(binned.decision));
    arrays.push_back(std::move(binned.array));
  }
  return arrays;
}

}  // namespace facet
