#pragma once

#include "framework/config/check_run_config.h"

namespace facet {

/// That the objectives are such as the solver's name asks for (see solver_rules.h).
void check_solver(const RunConfig& config, const Registry& registry, Problems& problems);

}  // namespace facet
