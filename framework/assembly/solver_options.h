#pragma once

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/training/solver.h"

namespace facet {

/// What `[training]` and `[output]` say, in the engine's terms: the regularizer, schedulers,
/// learning rates and observers are created. The loaders are not part of it. Throws OptionsError.
Solver::Options create_solver_options(const RunConfig& config, Registry& registry);
Solver::FitOptions create_fit_options(const RunConfig& config, Registry& registry);

}  // namespace facet
