#pragma once

#include <string>
#include <vector>

#include "framework/objectives/objective.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"

namespace facet {

/// The pairs of a contrastive objective: a distribution for each part of the layout. Throws
/// OptionsError or Error where the distribution cannot be made; `key` is told in messages.
Pairs create_positives(Registry& registry, const SampledData& data,
                       const ComponentChoice& distribution, const std::string& key);

/// The pairs of a supervised objective: the labels, as rows. Throws Error where there is no such
/// label.
Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const std::vector<LabelChoice>& others);

/// The same with the labels that the criterion asks for beyond the target. What does not suit it is
/// added to `problems` under the keys of the objective at `key`; `name` is the criterion's.
Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const SupervisedCriterion& criterion, const std::string& name,
                     const std::string& key, Problems& problems);

}  // namespace facet
