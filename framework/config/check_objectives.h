#pragma once

#include <optional>
#include <string>

#include "framework/config/check_run_config.h"

namespace facet {

/// What the config says of the model's outputs; nothing where the model has no such option, or a
/// wrong one.
std::optional<std::int64_t> num_output(const RunConfig& config);

/// contrastive or supervised; empty where the criterion is not known, which is told elsewhere.
std::string form_of(const ComponentChoice& loss, const Registry& registry);

/// Slices: two integers, not empty, within the model's outputs (where the model has an option
/// `num_output`), and such that they can be renormalized where `model.renormalize` asks for it.
void check_slices(const RunConfig& config, Problems& problems);

/// Losses and what they compare: a contrastive one has a distribution, a supervised one a target.
void check_pairs(const RunConfig& config, const Registry& registry, Problems& problems);

}  // namespace facet
