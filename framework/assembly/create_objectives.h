#pragma once

#include <vector>

#include "framework/config/run_config.h"
#include "framework/objectives/objective.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"

namespace facet {

/// The objectives of a config, with every component created: the criterions, and the pairs drawn
/// from `training`. With the solver `single-session-hybrid` all have the first one's criterion.
/// Throws OptionsError with the mistakes of all objectives.
std::vector<Objective> create_objectives(const RunConfig& config, const SampledData& training,
                                         Registry& registry);

/// What the same objectives compare in the held-out part of the data.
std::vector<Pairs> held_out_pairs(const RunConfig& config, const std::vector<Objective>& objectives,
                                  const SampledData& held_out, Registry& registry);

}  // namespace facet
