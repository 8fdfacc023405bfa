#pragma once

#include <string>
#include <vector>

#include "framework/objectives/objective.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"

namespace facet {

/// The bins that can be references of all objectives.
Bins common_references(const SampledData& data, const std::vector<Pairs>& objectives);

/// What draws the bins of the objectives. What they share is drawn from the bins that are valid for
/// all of them, what they do not share from those valid for each. Throws Error where no bin is
/// left, OptionsError for a prior that cannot be made.
Sampler create_sampler(Registry& registry, const SampledData& data,
                       const std::vector<Pairs>& objectives, const Sampler::Options& options);

/// Warns where distributions ask in vain for a prior of their own, one sentence for the user.
std::vector<std::string> check_priors(const std::vector<Pairs>& objectives,
                                      const Sampler::Options& options);

/// Warns where a step draws more bins of a session than there are, a sentence each. A hundred times
/// as many are a mistake.
std::vector<std::string> check_batch_size(const SampledData& data,
                                          const std::vector<Pairs>& objectives,
                                          const Sampler::Options& options, Problems& problems);

}  // namespace facet
