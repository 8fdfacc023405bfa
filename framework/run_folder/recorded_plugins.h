#pragma once

#include <vector>

#include "facet/export.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The plugins that a run's run.json names, without their components; none where there is no such
/// file, or it is damaged.
FACET_API std::vector<PluginInfo> recorded_plugins(const RunFolder& folder);

}  // namespace facet
