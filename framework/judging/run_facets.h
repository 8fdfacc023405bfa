#pragma once

#include <cstdint>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// What is looked at when a run is judged: each objective's slice, the whole embedding, and the
/// parts into which the slices cut it; beside a slice 3:6 of six columns also 0:3, to see what it
/// does not hold. Each range once.
std::vector<FeatureRange> run_facets(const RunConfig& config, std::int64_t num_output);

}  // namespace facet
