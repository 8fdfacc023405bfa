#include "apps/facet/init/bin.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr double widths[] = {0.01, 0.02, 0.05, 0.1, 0.2};  // s
constexpr double filled = 0.1;                             // of the bins of the median unit
constexpr double longest_step = 1.5;                       // in medians; a longer one is a gap

Reasoned<double> bin_of_events(const FileArray& signals) {
  const RaggedValues events = signals.read_ragged();
  const double span =
      events.values.numel() == 0 ? 0 : (events.values.max() - events.values.min()).item<double>();
  const at::Tensor counts =
      at::cat({events.ends.slice(0, 0, 1), events.ends.diff()}).to(at::kDouble);
  const double rate = span > 0 ? counts.median().item<double>() / span : 0;
  const std::string told = number_text(rate, 3) + " Hz";
  for (const double width : widths)
    if (1 - std::exp(-rate * width) >= filled)
      return {width, "half of the units fire in a tenth of such bins at least, " + told};
  return {widths[4], "units fire rarely, the median one " + told};
}

/// The next one above that has three digits: 0.0334 of 0.033367.
double rounded_up(double seconds) {
  const double digit = std::pow(10, std::floor(std::log10(seconds)) - 2);
  return std::ceil(seconds / digit * (1 - 1e-9)) / std::round(1 / digit);
}

/// Of samples whose times are written down, and never quite even: in each bin there is one.
Reasoned<double> bin_of_times(const FileArray& times) {
  const at::Tensor stamps = times.read().to(at::kDouble);
  at::Tensor steps = stamps.diff();
  steps = steps.masked_select(steps.isfinite().logical_and(steps.gt(0)));
  if (steps.numel() == 0) return {0.05, "the times of the signals say nothing of their steps"};
  const double median = steps.median().item<double>();
  const double longest = steps.masked_select(steps.le(longest_step * median)).max().item<double>();
  return {rounded_up(longest), "the longest step between the samples of the signals, but for gaps"};
}

Reasoned<double> bin_of_samples(const FileArray& signals, const FileArrays& arrays) {
  const double rate = signals.facts().rate;
  if (rate > 0)
    return {1 / rate, "the step between the samples of the signals, " + number_text(rate) + " Hz"};
  const auto times = std::ranges::find(arrays, signals.facts().times, &FileArray::name);
  if (times != arrays.end() && can_be_read(*times)) return bin_of_times(*times);
  return {0.05, "the signals do not say how often they were sampled"};
}

}  // namespace

Reasoned<double> choose_bin(const FileArray& signals, const FileArrays& arrays,
                            const std::optional<double>& wished) {
  if (!wished) return is_events(signals) ? bin_of_events(signals) : bin_of_samples(signals, arrays);
  if (!std::isfinite(*wished))
    throw Error("a bin has a width in seconds, such as 0.05, not " + number_text(*wished));
  if (*wished <= 0)
    throw Error("a bin is wider than 0 seconds, such as 0.05, not " + number_text(*wished));
  return {*wished, "as you said"};
}

}  // namespace facet
