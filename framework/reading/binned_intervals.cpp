#include "framework/reading/binned_intervals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/binning/align_intervals.h"
#include "framework/binning/bin_events.h"
#include "framework/reading/event_faults.h"

namespace facet {

namespace {

AlignedIntervals rows_of_bins(const FileArray& intervals, const BinClock& bins) {
  if (intervals.shape().size() != 2 || intervals.shape()[1] != 2)
    throw Error("the intervals '" + intervals.name() +
                "' must be begins and ends, n x 2, they are " + shape_text(intervals.shape()));
  return align_intervals(intervals.read().to(at::kDouble), bins);
}

}  // namespace

FileArray intervals_on_bins(const FileArray& intervals, const BinClock& bins) {
  const AlignedIntervals aligned = rows_of_bins(intervals, bins);
  if (aligned.unbounded > 0)
    warn(std::to_string(aligned.unbounded) + " of the intervals '" + intervals.name() +
         "' have no beginning or no end, first " + std::to_string(aligned.first_unbounded) +
         ": they hold no bin");
  if (aligned.reversed > 0)
    warn(std::to_string(aligned.reversed) + " of the intervals '" + intervals.name() +
         "' stop before they start, first " + std::to_string(aligned.first_reversed) +
         ": they hold no bin");
  return {intervals.name(), aligned.rows};
}

BinnedArray column_on_bins(const FileArray& column, const FileArray& intervals,
                           const BinClock& bins) {
  if (column.shape().empty() || column.shape()[0] != intervals.shape()[0])
    throw Error("it is " + shape_text(column.shape()) + ", not a row for each of the " +
                std::to_string(intervals.shape()[0]) + " intervals '" + intervals.name() + "'");
  const at::Tensor rows = rows_of_bins(intervals, bins).rows;
  if (column.is_text()) {
    TextValues text = column.read_text();
    text.codes = column_of_bins(text.codes, rows).values;
    return {text_in_memory(column.name(), text)};
  }
  const AlignedColumn aligned = column_of_bins(column.read(), rows);
  if (!aligned.missing.defined() || !aligned.missing.any().item<bool>())
    return {{column.name(), aligned.values}};
  return {{column.name(), nan_where(aligned.values, aligned.missing)}, true};
}

FileArray events_on_bins(const FileArray& events, const BinClock& bins) {
  const BinnedEvents binned = events.is_ragged() ? bin_events(events.read_ragged(), bins,
                                                              at::kFloat, events.facts().columns)
                                                 : bin_events(events.read().to(at::kDouble), bins);
  tell_of_backwards(events.name(), binned);
  const at::Tensor counts = binned.counts.to(at::kDouble);
  return {events.name(), counts.size(1) == 1 ? counts.squeeze(1) : counts};
}

}  // namespace facet
