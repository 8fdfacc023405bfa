#pragma once

#include "facet/error.h"
#include "facet/export.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// Throws the mistakes that were found in the config of a run, and with them each plugin that the
/// run's run.json names and the registry has not: name, version and path.
[[noreturn]] FACET_API void throw_with_missing_plugins(const OptionsError& error,
                                                       const RunFolder& folder,
                                                       const Registry& registry);

}  // namespace facet
