#pragma once

#include "object.h"

namespace facet::nwb {

/// The arrays of a time series: samples with their clock, and what is said of their channels;
/// events; or intervals.
void list_time_series(const Object& series, hid_t file, FileArrays& arrays);

}  // namespace facet::nwb
