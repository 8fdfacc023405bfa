#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "facet/file_array.h"
#include "framework/binning/clock.h"

namespace facet {

/// Samples at times of their own, read in pieces of rows: a series may be larger than the memory.
struct SampleSeries {
  std::vector<std::int64_t> shape;  ///< rows, or rows x d
  at::ScalarType type = at::kDouble;
  FileArray::ReadRows times;   ///< float64 seconds, one a row; they may be asked for twice
  FileArray::ReadRows values;  ///< of this shape and type

  std::int64_t rows() const { return shape.at(0); }
  std::int64_t columns() const { return shape.size() > 1 ? shape[1] : 1; }
};

/// Row i at start + i / rate, by division. Throws Error where the rate is not above 0 Hz, or one of
/// them is not finite.
FileArray::ReadRows regular_times(double rate, double start);

/// What is wrong with the times of a series, which can be used nevertheless.
struct TimeFaults {
  std::int64_t backwards = 0;  ///< rows that are earlier than the one before
  std::int64_t first_backwards = -1;
  std::int64_t untimed = 0;  ///< rows whose time is NaN or infinite: they are left out
  std::int64_t first_untimed = -1;
};

/// The rows of a series in the order of their times; of one time in the order of the rows. A place
/// is a number in this order. Where times ascend and each row has one, as they should, a place is a
/// row and only a piece of the times is in memory; else 16 bytes for each row.
class SeriesInTime {
 public:
  /// Reads all times. Throws what reading throws.
  SeriesInTime(SampleSeries series, const Ticks& ticks);

  const SampleSeries& series() const { return series_; }
  const TimeFaults& faults() const { return faults_; }
  /// Rows whose values are 8 MB as float64, or one.
  std::int64_t piece() const { return piece_; }

  /// Hands over the ticks of all places, ascending, in pieces of 8 MB.
  using TakeTicks = std::function<void(Rows places, const std::vector<std::int64_t>& ticks)>;
  void for_each_tick(const TakeTicks& take) const;

  /// Hands over ticks and values, n x d float64, of those samples that are at ticks from `first` to
  /// `last`, in pieces of `piece` rows. No others are read.
  using TakeSamples =
      std::function<void(std::span<const std::int64_t> ticks, const double* values)>;
  void for_each_sample(std::int64_t first, std::int64_t last, const TakeSamples& take) const;

  /// The values at some places, n or n x d in the series' type.
  at::Tensor values_at(const std::vector<std::int64_t>& places) const;

 private:
  void sort();
  bool sorted() const { return faults_.backwards > 0 || faults_.untimed > 0; }
  at::Tensor read_rows(const std::vector<std::int64_t>& rows) const;

  SampleSeries series_;
  Ticks ticks_;
  TimeFaults faults_;
  std::int64_t piece_;
  std::vector<std::int64_t> rows_, ticks_of_places_;  // where sorted
};

}  // namespace facet
