#pragma once

#include <string>
#include <vector>

#include "facet/registrar.h"
#include "framework/registry/registry.h"

namespace facet {

/// Runs the entry point of `plugin` and returns all that it registers. Throws Error that names the
/// plugin when the entry point throws, or registers what Registrar::add refuses.
std::vector<ComponentEntry> stage_components(const std::string& plugin,
                                             const EntryPoint& entry_point);

}  // namespace facet
