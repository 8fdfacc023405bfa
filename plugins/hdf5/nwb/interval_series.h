#pragma once

#include "object.h"

namespace facet::nwb {

/// The intervals of an IntervalSeries, whose data say at each time whether one begins (above 0) or
/// ends (below 0): n x 2 seconds.
FileArray list_interval_series(const Object& series, hid_t file, const hdf5::Dataset& data);

}  // namespace facet::nwb
