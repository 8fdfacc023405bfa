#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "framework/binning/clock.h"

namespace facet {

/// Intervals, such as trials, brought onto bins.
struct AlignedIntervals {
  /// T int64: the row of the interval that holds the centre of the bin, start <= centre < stop in
  /// ticks; of several the one that began last, of these the last row. -1: none does.
  at::Tensor rows;
  /// Intervals whose start or stop is NaN: they hold no bin.
  std::int64_t unbounded = 0;
  std::int64_t first_unbounded = -1;
  /// Those that stop before they start: they hold none, either.
  std::int64_t reversed = 0;
  std::int64_t first_reversed = -1;
};

/// `intervals` are n x 2 float64 seconds, starts and stops; one of them may be infinite. Throws
/// Error where all stop before they start.
AlignedIntervals align_intervals(const at::Tensor& intervals, const BinClock& bins);

/// What a column of the intervals says of the bins.
struct AlignedColumn {
  /// T or T x d. Floating-point values become float64, NaN where the bin is in no interval; whole
  /// numbers, bool and codes of text int64, -1 there.
  at::Tensor values;
  at::Tensor missing;  ///< T bool, of whole numbers: where the bin is in none. Else undefined.
};

/// `column` has a row for each interval, n or n x d, and `rows` are those of align_intervals.
/// Throws Error where a row is not in the column.
AlignedColumn column_of_bins(const at::Tensor& column, const at::Tensor& rows);

}  // namespace facet
