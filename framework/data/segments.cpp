#include "framework/data/segments.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "framework/data/borders.h"
#include "framework/data/condition.h"
#include "framework/data/own_labels.h"

namespace facet {

namespace {

at::Tensor in_epochs(const at::Tensor& times, const std::vector<SelectedRange>& epochs) {
  at::Tensor inside = at::zeros(times.sizes(), at::kBool);
  for (const auto& [begin, end] : epochs)
    inside = inside.logical_or(times.ge(begin).logical_and(times.lt(end)));
  return inside;
}

void require_some(const at::Tensor& kept) {
  if (!kept.any().item<bool>()) throw Error("no bin of the recording remains");
}

std::vector<Segment> cut(const at::Tensor& kept, const at::Tensor& border) {
  const bool* keep = kept.data_ptr<bool>();
  const bool* begins = border.data_ptr<bool>();
  std::vector<Segment> segments;
  for (std::int64_t bin = 0; bin < kept.size(0); ++bin) {
    if (!keep[bin]) continue;
    if (bin == 0 || !keep[bin - 1] || begins[bin]) segments.push_back({bin, bin});
    segments.back().end = bin + 1;
  }
  return segments;
}

}  // namespace

std::vector<Segment> recording_segments(const Labels& labels, const RecordingConfig& config,
                                        const std::string& key) {
  const std::int64_t num_bins = labels.num_bins();
  at::Tensor border = at::zeros({num_bins}, at::kBool), kept = at::ones({num_bins}, at::kBool);
  at::Tensor times = at::arange(num_bins, at::kDouble);
  Problems problems;
  const auto attempt = [&](const char* name, const std::function<void()>& action) {
    return problems.attempt({}, join_key(key, name), action);
  };
  if (config.trials)
    attempt("trials", [&] { border = border.logical_or(trial_borders(labels, *config.trials)); });
  const bool timed = !config.time || attempt("time", [&] {
    times = time_stamps(labels, *config.time);
    border = border.logical_or(gap_borders(labels, *config.time));
  });
  if (config.bin) times = time_stamps(labels, bin_time);
  if (labels.contains(trial_of_bin))
    border = border.logical_or(trial_borders(labels, trial_of_bin));
  if (!config.select.empty())
    attempt("select", [&] {
      kept = Condition(config.select).evaluate(arrays_of(labels));
      require_some(kept);
    });
  if (timed && !config.epochs.empty())
    attempt("epochs", [&] {
      kept = kept.logical_and(in_epochs(times, config.epochs.ranges));
      require_some(kept);
    });
  problems.throw_if_any();
  return cut(kept.contiguous(), border.contiguous());
}

}  // namespace facet
