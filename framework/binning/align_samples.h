#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "framework/binning/clock.h"
#include "framework/binning/sample_series.h"

namespace facet {

/// What of the samples stands in a bin.
enum class AlignBy {
  mean,     ///< of the samples in the bin
  last,     ///< the last sample before the end of the bin, at most `gap` older than its centre
  nearest,  ///< that nearest to the centre, at most `gap` away; of two as near the earlier
  linear,   ///< between the samples before and behind the centre, at most `gap` apart
  count     ///< how many samples are in the bin
};

struct Alignment {
  AlignBy by = AlignBy::mean;
  double gap = 0;       ///< s, of last, nearest and linear; infinity: any
  bool angles = false;  ///< radians: averaged and interpolated as directions, see angles.h
};

/// A row for each bin.
struct AlignedSamples {
  /// T or T x d. mean, linear: float64, NaN where there is none. last, nearest: of floating-point
  /// samples float64, NaN where there is none; of whole numbers, bool and codes of text int64, -1
  /// where there is none. count: int64.
  at::Tensor values;
  /// T bool, of last and nearest of whole numbers: where no sample is near enough. The code -1 of a
  /// text that is missing is a sample. Else undefined.
  at::Tensor missing;
  TimeFaults faults;
};

/// Samples brought onto bins, by the ticks of their times (BinClock). With samples x(i) at t(i) in
/// the order of their times, and the centre c of a bin with the neighbours t(i) < c < t(i + 1):
///
///     linear:  x(i) + (c - t(i)) / (t(i + 1) - t(i)) * (x(i + 1) - x(i));   x(i) where t(i) = c
///
/// mean, linear and count do without samples that are not finite, column by column; last and
/// nearest take them as they are. Before the first sample and behind the last one linear gives
/// nothing. Of samples at one time the last row is before, and the first one at or behind a centre.
///
/// The series is read in pieces, of which 64 MB are in memory beside the result, and not where no
/// bin is near; of last and nearest around the rows that are taken. Times that run backwards are
/// told in `faults`, and the samples used in their order; rows without a time are left out.
///
/// Throws Error where the gap is below 0, values are complex, or the result would not fit into the
/// memory; and what reading throws.
AlignedSamples align_samples(const SampleSeries& series, const BinClock& bins,
                             const Alignment& alignment);

}  // namespace facet
