#pragma once

#include <cstdint>
#include <vector>

#include "framework/binning/clock.h"
#include "framework/binning/sample_series.h"

namespace facet {

/// The place (SeriesInTime) of the sample that a bin takes, -1 for none; one for each bin. Only
/// times are read. See AlignedSamples.

/// The last one before the end of the bin, at most `gap` ticks older than its centre.
std::vector<std::int64_t> last_places(const SeriesInTime& series, const BinClock& bins,
                                      std::int64_t gap);

/// That nearest to the centre, at most `gap` ticks away; of two as near the earlier.
std::vector<std::int64_t> nearest_places(const SeriesInTime& series, const BinClock& bins,
                                         std::int64_t gap);

}  // namespace facet
