#pragma once

#include <ATen/core/Tensor.h>

#include "framework/binning/clock.h"
#include "framework/binning/sample_series.h"

namespace facet {

/// Of the finite samples in each bin, T x d: see AlignedSamples.

/// Their sums divided by their numbers, float64; NaN where there is none. Of `angles` their
/// mean_angle.
at::Tensor mean_of_samples(const SeriesInTime& series, const BinClock& bins, bool angles);

/// Their numbers, int64.
at::Tensor count_of_samples(const SeriesInTime& series, const BinClock& bins);

}  // namespace facet
