#pragma once

#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The plugins whose components decide what a run learns from its recordings, each
/// once. Not those of options that a resumed run may change (its observers), and not those of
/// readers: what these have read is compared by itself. Runs no plugin code. They live as long as
/// the registry.
std::vector<const PluginInfo*> used_plugins(const RunConfig& config, const Registry& registry);

}  // namespace facet
