#pragma once

#include <ATen/core/Tensor.h>

#include "framework/binning/clock.h"
#include "framework/binning/sample_series.h"

namespace facet {

/// The samples at the centres of bins, on a line from the finite sample before to that behind:
/// T x d float64, NaN where these are more than `gap` ticks apart or one is missing; of `angles`
/// by angle_between. See AlignedSamples.
at::Tensor samples_on_lines(const SeriesInTime& series, const BinClock& bins, std::int64_t gap,
                            bool angles);

}  // namespace facet
