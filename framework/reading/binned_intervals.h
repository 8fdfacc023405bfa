#pragma once

#include "facet/file_array.h"
#include "framework/binning/clock.h"
#include "framework/reading/binned_array.h"

namespace facet {

/// T int64: the number of the interval that holds a bin's centre; -1: none does. Warns of intervals
/// without a beginning or an end.
FileArray intervals_on_bins(const FileArray& intervals, const BinClock& bins);

/// What a column of intervals says of the bins; missing outside of them. Throws Error where it has
/// not a row for each interval.
BinnedArray column_on_bins(const FileArray& column, const FileArray& intervals,
                           const BinClock& bins);

/// T float64, T x units of several: how many events a bin holds.
FileArray events_on_bins(const FileArray& events, const BinClock& bins);

}  // namespace facet
