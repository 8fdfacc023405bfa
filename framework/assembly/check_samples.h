#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"
#include "framework/sampling/loader.h"

namespace facet {

/// What the first batches of a run show of what it can learn, a sentence for each doubt: see
/// sample_checks.h.
std::vector<std::string> check_samples(const Loader& loader, const RunConfig& config,
                                       const SampledData& training, const Registry& registry);

}  // namespace facet
