#pragma once

#include "framework/config/check_run_config.h"

namespace facet {

/// Slices: two integers, not empty, within the model's outputs (where the model has an option
/// `num_output`), and such that they can be renormalized where `model.renormalize` asks for it.
void check_slices(const RunConfig& config, const PlaceOf& place_of, Problems& problems);

/// Losses and what they compare: a contrastive one has a distribution, a supervised one a target,
/// and the solver trains both.
void check_pairs(const RunConfig& config, const Registry& registry, const PlaceOf& place_of,
                 Problems& problems);

}  // namespace facet
