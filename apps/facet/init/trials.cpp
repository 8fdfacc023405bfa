#include "apps/facet/init/trials.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <filesystem>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/signals.h"

namespace facet {

namespace {

constexpr double silent = 0.1;  // of the rate in the trials

bool is_intervals(const FileArray& array) {
  return can_be_read(array) && array.facts().role == ArrayRole::intervals &&
         array.facts().of.empty() && array.shape().size() == 2 && array.shape()[0] > 1;
}

/// Of a table whose columns were found to be begins and ends.
bool is_of_table(const Proposal& made, const std::string& name) {
  return std::ranges::any_of(made.files, [&](const ProposedFile& file) {
    return !file.config.intervals.empty() &&
           std::filesystem::path(file.config.path).stem().string() == name;
  });
}

/// What is called trials; else the intervals of a table.
const FileArray* find_trials(const Proposal& made, const FileArrays& arrays) {
  for (const FileArray& array : arrays)
    if (is_intervals(array) && bare_name(array.name()).find("trial") != std::string::npos &&
        !array.name().ends_with(".support"))
      return &array;
  for (const FileArray& array : arrays)
    if (is_intervals(array) && is_of_table(made, array.name())) return &array;
  return nullptr;
}

/// Of ascending trials, how many of `times` are in one.
std::int64_t count_inside(const at::Tensor& times, const at::Tensor& trials) {
  const at::Tensor begins = trials.select(1, 0).contiguous(), ends = trials.select(1, 1);
  const at::Tensor trial = at::searchsorted(begins, times, false, /*right=*/true) - 1;
  const at::Tensor end = ends.contiguous().index_select(0, trial.clamp_min(0));
  return trial.ge(0).logical_and(times.lt(end)).sum().item<std::int64_t>();
}

/// Whether units hardly ever fire between the trials.
bool are_silent_between(const FileArray& signals, const at::Tensor& trials) {
  const at::Tensor times = signals.read_ragged().values.to(at::kDouble).contiguous();
  if (times.numel() < 2) return false;
  const auto inside = static_cast<double>(count_inside(times, trials));
  const auto outside = static_cast<double>(times.numel()) - inside;
  const double in_trials = (trials.select(1, 1) - trials.select(1, 0)).sum().item<double>();
  const double begin = std::min(times.min().item<double>(), trials.min().item<double>());
  const double between =
      std::max(times.max().item<double>(), trials.max().item<double>()) - begin - in_trials;
  return in_trials > 0 && between > 0 && outside / between < silent * inside / in_trials;
}

/// Those that have a beginning and an end; undefined where they overlap.
at::Tensor bounded(const FileArray& trials) {
  const at::Tensor all = trials.read().to(at::kDouble);
  const at::Tensor known = all.index({all.isfinite().all(1)});
  if (known.size(0) == 0) return {};
  const at::Tensor ordered = known.index_select(0, known.select(1, 0).argsort());
  const bool overlap =
      ordered.slice(0, 0, -1).select(1, 1).gt(ordered.slice(0, 1).select(1, 0)).any().item<bool>();
  return overlap ? at::Tensor() : ordered;
}

}  // namespace

void choose_trials(Proposal& made, const FileArrays& arrays) {
  const FileArray* trials = made.bin ? find_trials(made, arrays) : nullptr;
  if (!trials) return;
  const std::string condition = "in " + in_condition(trials->name());
  made.trials = {trials->name(), "no window crosses where one begins or ends"};
  const FileArray& signals = *named_arrays(arrays, made.signals.value)[0];
  const at::Tensor ordered = bounded(*trials);
  if (is_events(signals) && ordered.defined() && are_silent_between(signals, ordered))
    made.select.push_back({condition, "units hardly ever fire between the trials"});
  else
    made.trials->reason += "; select = \"" + condition + "\" would leave out what lies between";
}

}  // namespace facet
