#include "apps/facet/init/trials_choice.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "apps/facet/init/array_kinds.h"

namespace facet {

namespace {

bool is_named_trials(const std::string& name) {
  return name == "trials" || name == "trial" || name == "trial_id";
}

/// Which part of all events is in one of the intervals.
double part_inside(const FileArray& events, const FileArray& intervals) {
  const at::Tensor times = events.read_ragged().values.to(at::kDouble);
  const at::Tensor edges = intervals.read().to(at::kDouble);
  if (times.numel() == 0 || edges.size(0) == 0) return 0;
  // In how many intervals each is: those that began less those that ended.
  const at::Tensor begins = std::get<0>(edges.select(1, 0).contiguous().sort());
  const at::Tensor ends = std::get<0>(edges.select(1, 1).contiguous().sort());
  const at::Tensor inside =
      at::searchsorted(begins, times, false, true) - at::searchsorted(ends, times, false, true);
  return inside.gt(0).to(at::kDouble).mean().item<double>();
}

}  // namespace

std::optional<TrialsChoice> choose_trials(const SignalsChoice& signals, const FileArrays& arrays,
                                          bool timed) {
  constexpr double most = 0.9;
  const FileArray* found = nullptr;
  for (const FileArray& array : arrays) {
    const bool fits = timed ? is_intervals(array)
                            : at::isIntegralType(array.type(), false) && !array.is_text() &&
                                  array.shape() == std::vector{signals.num_bins()};
    if (!fits || !can_be_read(array)) continue;
    const bool named = is_named_trials(array.name());
    if (named || (!found && array.name().find("trial") != std::string::npos)) found = &array;
    if (named) break;
  }
  if (!found) return {};
  const bool events = timed && is_events(signals.first());
  return TrialsChoice{found->name(), events && part_inside(signals.first(), *found) > most};
}

std::vector<std::string> interval_columns(const FileArrays& arrays) {
  static const std::vector<std::pair<std::string, std::string>> pairs = {
      {"start", "stop"},          {"start_time", "stop_time"},
      {"start", "end"},           {"begin", "end"},
      {"start_time", "end_time"}, {"start_s", "stop_s"},
      {"onset", "offset"},        {"onset", "end"}};
  const auto holds = [&](const std::string& name) {
    return std::ranges::any_of(arrays, [&](const FileArray& array) {
      return array.name() == name && can_be_read(array) && array.shape().size() == 1 &&
             !array.is_text() && !array.is_ragged() && array.facts().role == ArrayRole::unknown &&
             at::isFloatingType(array.type());
    });
  };
  for (const auto& [begin, end] : pairs)
    if (holds(begin) && holds(end)) return {begin, end};
  return {};
}

}  // namespace facet
