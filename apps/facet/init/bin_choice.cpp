#include "apps/facet/init/bin_choice.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cmath>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr double widths[] = {0.01, 0.02, 0.05, 0.1, 0.2};  // s
constexpr double filled = 0.1;                             // of the bins of the median unit

Reasoned<double> bin_of_events(const FileArray& signals) {
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

/// To the microsecond, so that it is the step of a clock and not its noise.
double median_step(const FileArray& times) {
  const double step = times.read().to(at::kDouble).flatten().diff().median().item<double>();
  return std::round(step * 1e6) / 1e6;
}

double step_of(const FileArray& signals, const FileArrays& arrays) {
  if (signals.facts().rate > 0) return 1 / signals.facts().rate;
  for (const FileArray& array : arrays)
    if (array.name() == signals.facts().times && can_be_read(array) && array.shape()[0] > 1)
      return median_step(array);
  return 0;
}

}  // namespace

Reasoned<double> choose_bin(const SignalsChoice& signals, const FileArrays& arrays,
                            std::optional<double> wish) {
  if (wish && (!(*wish > 0) || !std::isfinite(*wish)))
    throw Error("a bin is wider than 0 seconds, such as 0.05, not " + number_text(*wish));
  if (wish) return {*wish, "as you said"};
  if (is_events(signals.first())) return bin_of_events(signals.first());
  const double step = step_of(signals.first(), arrays);
  return {step > 0 ? step : 0.05, "the step between the samples of the signals"};
}

}  // namespace facet
