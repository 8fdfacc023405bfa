#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// Spike times that stand beside the unit of each, `spike_times` and `spike_units`,
/// `spike_clusters`, `unit` or `index` of the same length, become one array of events,
/// `spike_times`. Of whole numbers, whose rate the file does not say, it is told that they are
/// samples. All else stays as it is.
FileArrays with_event_pairs(FileArrays arrays, const std::string& path);

}  // namespace facet
