#pragma once

#include "framework/config/run_config.h"
#include "framework/objectives/create_loader.h"
#include "framework/registry/registry.h"
#include "framework/training/solver.h"

namespace facet {

/// What `[training]` and `[output]` say, in the engine's terms: the regularizer, schedulers,
/// learning rates and observers are created. The loaders are not part of it. Throws OptionsError.
Solver::Options create_solver_options(const RunConfig& config, Registry& registry);
Solver::FitOptions create_fit_options(const RunConfig& config, Registry& registry);

LoaderOptions create_loader_options(const RunConfig& config);

/// The observers that `[output]` names, for one training. Throws OptionsError.
std::vector<std::shared_ptr<Observer>> create_observers(const RunConfig& config,
                                                        Registry& registry);

}  // namespace facet
