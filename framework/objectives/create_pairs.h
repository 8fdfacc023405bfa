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

/// The pairs of a supervised objective: the labels, as rows on the CPU. Throws Error where there is
/// no such label.
Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const std::vector<LabelChoice>& others);

/// The same with the labels that the criterion asks for beyond the target. What does not suit it is
/// added to `problems` under the keys of the objective at `key`; `name` is the criterion's.
Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const SupervisedCriterion& criterion, const std::string& name,
                     const std::string& key, Problems& problems);

/// The criterion looks at the targets of all bins that may be drawn, unless create_targets found
/// already that they do not suit it. Throws Error where it cannot take one; of a target that holds
/// text with the number of each class.
void check_targets(const SupervisedCriterion& criterion, const FeatureRange& slice,
                   const SampledData& data, const LabelChoice& target, const Pairs& pairs);

/// Supervised objectives whose target is the same in all bins that may be drawn, a sentence each.
std::vector<std::string> check_targets_differ(const SampledData& data,
                                              const std::vector<Pairs>& objectives);

}  // namespace facet
