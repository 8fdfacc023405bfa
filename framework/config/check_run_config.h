#pragma once

#include <string>

#include "facet/error.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// Whether the value of `key` has a mistake already, so that nothing more needs to be said of it.
bool has_problem(const Problems& problems, const std::string& key);

/// What no single option can tell, of a config whose components are resolved: that slices lie
/// within the model's outputs and can be renormalized, that a contrastive loss has a distribution
/// and a supervised one a target, that the solver trains such losses, that at most one way to hold
/// out data is given, what a device may be called, that no observer is there twice, and that the
/// plugins are those that it asks for (check_plugins.h). Needs no data and no plugin code. Mistakes
/// are told by their key alone (see ConfigPlaces).
void check_run_config(const RunConfig& config, const Registry& registry, Problems& problems);

/// The same, with what single options can tell, of a config that a program filled in. Throws
/// OptionsError with all mistakes.
void require_usable(const RunConfig& config, const Registry& registry);

/// That the files of `[data]` are there.
void check_data_files(const RunConfig& config, Problems& problems);

}  // namespace facet
