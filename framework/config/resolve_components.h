#pragma once

#include "facet/error.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// Checks every component that `config` chooses against what `registry` knows of it, and fills in
/// its options' defaults. Runs no plugin code. Mistakes are added to `problems` under the key of
/// the component, `objective[0].loss`; one without a name is left out.
void resolve_components(RunConfig& config, const Registry& registry, Problems& problems);

}  // namespace facet
