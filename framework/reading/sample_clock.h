#pragma once

#include "facet/file_array.h"
#include "framework/binning/sample_series.h"

namespace facet {

/// When the rows of an array were sampled, in seconds.
struct SampleClock {
  FileArray::ReadRows times;
  std::int64_t rows = 0;
  double step = 0;  ///< the median between rows, of the first 100 000; 0: there is one row
};

/// Whether an array has more than 64 MB, so that it is not read by the way.
bool is_large(const FileArray& array);

/// Reads rows of an array: a small one once, of a large one those that are asked for.
FileArray::ReadRows rows_reader(const FileArray& array);

/// From the array's rate, or from the array of its times in the same files. Throws Error where it
/// has no clock, and says how to give it one.
SampleClock sample_clock(const FileArray& array, const FileArrays& file);

/// Seconds of the first and behind the last row: first, last + step.
std::pair<double, double> span_of(const SampleClock& clock);

}  // namespace facet
