#pragma once

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/training/solver.h"

namespace facet {

/// What a config says to the solver: its keys of `[training]` as they are, and the components that
/// are named there, created. The loaders are not part of it. Throws OptionsError.
Solver::Options create_solver_options(const RunConfig& config, Registry& registry);
Solver::FitOptions create_fit_options(const RunConfig& config, Registry& registry);

/// The observers that `[output]` names, for one training. Throws OptionsError.
std::vector<std::shared_ptr<Observer>> create_observers(const RunConfig& config,
                                                        Registry& registry);

}  // namespace facet
