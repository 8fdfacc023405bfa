#include "framework/binning/align_intervals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

struct Interval {
  std::int64_t row, start, stop;  // start and stop in ticks
};

/// Those that have both ends, in the order of their starts.
std::vector<Interval> by_start(const at::Tensor& intervals, const Ticks& ticks,
                               AlignedIntervals& aligned) {
  if (intervals.dim() != 2 || intervals.size(1) != 2 || intervals.scalar_type() != at::kDouble)
    throw Error("intervals must be n x 2 float64, their starts and stops in seconds, they are " +
                shape_text(intervals.sizes()) + " of " + c10::toString(intervals.scalar_type()));
  const at::Tensor ends = intervals.contiguous();
  const double* end = ends.data_ptr<double>();
  std::vector<Interval> found;
  for (std::int64_t row = 0; row < ends.size(0); ++row, end += 2) {
    if (std::isnan(end[0]) || std::isnan(end[1])) {
      if (aligned.unbounded++ == 0) aligned.first_unbounded = row;
      continue;
    }
    const Interval interval{row, ticks.at(end[0]), ticks.at(end[1])};
    if (interval.stop >= interval.start)
      found.push_back(interval);
    else if (aligned.reversed++ == 0)
      aligned.first_reversed = row;
  }
  if (found.empty() && aligned.reversed > 0)
    throw Error("no interval stops after it starts, first " +
                std::to_string(aligned.first_reversed) + ": a row is a start and a stop");
  std::stable_sort(found.begin(), found.end(),
                   [](const Interval& a, const Interval& b) { return a.start < b.start; });
  return found;
}

}  // namespace

AlignedIntervals align_intervals(const at::Tensor& intervals, const BinClock& bins) {
  AlignedIntervals aligned;
  const std::vector<Interval> found = by_start(intervals, bins.ticks(), aligned);
  aligned.rows = memory_of_bins(bins, {}, at::kLong);
  std::int64_t* row = aligned.rows.data_ptr<std::int64_t>();
  auto next = found.begin();
  std::vector<Interval> begun;  // the last that began is at the end
  for (std::int64_t bin = 0; bin < bins.size(); ++bin) {
    const std::int64_t centre = bins.centre(bin);
    for (; next != found.end() && next->start <= centre; ++next) begun.push_back(*next);
    while (!begun.empty() && begun.back().stop <= centre) begun.pop_back();
    row[bin] = begun.empty() ? -1 : begun.back().row;
  }
  return aligned;
}

AlignedColumn column_of_bins(const at::Tensor& column, const at::Tensor& rows) {
  const at::Tensor outside = rows.lt(0);
  if (column.dim() == 0 || rows.ge(column.size(0)).any().item<bool>())
    throw Error("a column of intervals must have a row for each, it is " +
                shape_text(column.sizes()) + " of more intervals");
  const bool whole = at::isIntegralType(column.scalar_type(), /*includeBool=*/true);
  AlignedColumn aligned;
  std::vector<std::int64_t> shape = column.sizes().vec();
  shape[0] = rows.size(0);
  aligned.values = whole ? at::full(shape, -1, at::kLong)
                         : at::full(shape, std::numeric_limits<double>::quiet_NaN(), at::kDouble);
  const at::Tensor inside = outside.logical_not().nonzero().flatten();
  aligned.values.index_copy_(
      0, inside,
      column.index_select(0, rows.index_select(0, inside)).to(aligned.values.scalar_type()));
  if (whole) aligned.missing = outside;
  return aligned;
}

}  // namespace facet
