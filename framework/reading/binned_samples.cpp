#include "framework/reading/binned_samples.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <map>
#include <numbers>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/binning/align_samples.h"

namespace facet {

namespace {

const std::map<std::string, AlignBy> ways = {{"mean", AlignBy::mean},
                                             {"last", AlignBy::last},
                                             {"nearest", AlignBy::nearest},
                                             {"linear", AlignBy::linear},
                                             {"count", AlignBy::count}};

std::string name_of(AlignBy by) {
  return std::find_if(ways.begin(), ways.end(), [&](const auto& way) { return way.second == by; })
      ->first;
}

/// Where nothing else is said: labels of whole numbers are classes, which have no mean.
AlignBy usual_way(const FileArray& array, SamplesAre are, double step, const BinClock& bins) {
  const bool is_class =
      array.is_text() || (are == SamplesAre::label && !at::isFloatingType(array.type()));
  if (is_class) return AlignBy::last;
  const bool one_each = bins.ticks().at(step) <= bins.ticks().at(bins.width());
  return one_each ? AlignBy::mean : AlignBy::linear;
}

Alignment alignment_of(const FileArray& array, SamplesAre are, const RecordingConfig& config,
                       double step, const BinClock& bins) {
  Alignment alignment;
  alignment.by = usual_way(array, are, step, bins);
  alignment.gap = 2 * std::max(bins.width(), step);
  alignment.angles =
      std::find(config.angles.begin(), config.angles.end(), array.name()) != config.angles.end();
  for (const AlignConfig& given : config.align) {
    if (given.array != array.name()) continue;
    alignment.by = ways.at(given.by);
    alignment.gap = given.gap.value_or(alignment.gap);
  }
  if (array.is_text() && (alignment.by == AlignBy::mean || alignment.by == AlignBy::linear))
    throw Error("the array '" + array.name() +
                "' holds text, which has no mean: data.align by last or nearest");
  return alignment;
}

/// How many radians one is: what says that it is degrees is, and nothing else.
double unit_of_angle(const FileArray& array) {
  const std::string& unit = array.facts().unit;
  return unit.starts_with("deg") || unit == "°" ? std::numbers::pi / 180 : 1;
}

SampleSeries series_of(const FileArray& array, const SampleClock& clock, bool angles) {
  SampleSeries series{array.shape(), array.type(), clock.times, rows_reader(array)};
  if (const double unit = unit_of_angle(array); angles && unit != 1) {
    series.type = at::kDouble;
    series.values = [read = series.values, unit](Rows rows) {
      return read(rows).to(at::kDouble) * unit;
    };
  }
  return series;
}

void tell_of_faults(const FileArray& array, const TimeFaults& faults) {
  if (faults.backwards > 0)
    warn("the times of '" + array.name() + "' run backwards " + std::to_string(faults.backwards) +
         " times, first at row " + std::to_string(faults.first_backwards) +
         ": its samples are taken in the order of their times");
  if (faults.untimed > 0)
    warn("the times of '" + array.name() + "' are not finite in " + std::to_string(faults.untimed) +
         " rows, first in row " + std::to_string(faults.first_untimed) +
         ": these samples are left out");
}

/// Times in milliseconds that are taken for seconds are a thousand times as long as all others.
void tell_of_another_span(const FileArray& array, const SampleClock& clock, const BinClock& bins,
                          const RecordingConfig& config) {
  constexpr double least = 0.1;  // of either, in which both are
  if (config.start || config.stop) return;
  const auto [first, last] = span_of(clock);
  const double begin = bins.ticks().seconds(bins.edge(0));
  const double end = bins.ticks().seconds(bins.edge(bins.size()));
  const double shared = std::min(last, end) - std::max(first, begin);
  if (shared >= least * (last - first) && shared >= least * (end - begin)) return;
  warn("the samples of '" + array.name() + "' are from " + number_text(first, 10) + " s to " +
       number_text(last, 10) + " s, the bins from " + number_text(begin, 10) + " s to " +
       number_text(end, 10) +
       " s: they share less than a tenth; if one of them is in other units "
       "than seconds, its file needs unit, such as unit = \"ms\"");
}

/// T bool: bins that have no sample.
at::Tensor missing_in(const AlignedSamples& aligned) {
  if (aligned.missing.defined()) return aligned.missing;
  if (!aligned.values.is_floating_point()) return at::zeros({aligned.values.size(0)}, at::kBool);
  const at::Tensor nan = aligned.values.isnan();
  return nan.dim() > 1 ? nan.any(1) : nan;
}

BinnedArray as_array(const FileArray& array, const AlignedSamples& aligned,
                     const at::Tensor& missing) {
  if (array.is_text()) {
    TextValues text = array.read_text();
    text.codes = aligned.values.masked_fill(missing, -1);
    return {text_in_memory(array.name(), text)};
  }
  if (!aligned.missing.defined() || !missing.any().item<bool>())
    return {{array.name(), aligned.values}};
  return {{array.name(), nan_where(aligned.values, missing)}, true};
}

[[noreturn]] void refuse_nothing(const FileArray& array, const SampleClock& clock,
                                 const BinClock& bins) {
  const auto [first, last] = span_of(clock);
  const auto seconds = [&](std::int64_t edge) {
    return number_text(bins.ticks().seconds(bins.edge(edge)), 10) + " s";
  };
  throw Error("'" + array.name() + "' has no value in any bin: its samples are from " +
              number_text(first, 10) + " s to " + number_text(last, 10) + " s, the bins from " +
              seconds(0) + " to " + seconds(bins.size()));
}

}  // namespace

BinnedArray samples_on_bins(const FileArray& array, SamplesAre are, const SampleClock& clock,
                            const RecordingConfig& config, const BinClock& bins) {
  const Alignment alignment = alignment_of(array, are, config, clock.step, bins);
  const AlignedSamples aligned =
      align_samples(series_of(array, clock, alignment.angles), bins, alignment);
  tell_of_faults(array, aligned.faults);
  tell_of_another_span(array, clock, bins, config);
  const at::Tensor missing = missing_in(aligned);
  const auto count = missing.sum().item<std::int64_t>();
  if (count == bins.size()) refuse_nothing(array, clock, bins);
  const bool has_gap = alignment.by != AlignBy::mean && alignment.by != AlignBy::count;
  BinnedArray binned = as_array(array, aligned, missing);
  binned.decision = "'" + array.name() + "' is brought onto the bins by " + name_of(alignment.by) +
                    (alignment.angles && unit_of_angle(array) != 1 ? ", in radians" : "") +
                    (has_gap ? ", at most " + number_text(alignment.gap) + " s" : "") +
                    (count > 0 ? "; it is missing in " + std::to_string(count) + " of them" : "");
  return binned;
}

}  // namespace facet
