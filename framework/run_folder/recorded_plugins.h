#pragma once

#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The plugins that a run's run.json names, without their components; none where there is no such
/// file, or it is damaged.
FACET_API std::vector<PluginInfo> recorded_plugins(const RunFolder& folder);

/// Warns where the plugin of the run's model is another file than the one that trained it, of a
/// pack: an upgrade may have replaced it.
FACET_API void warn_of_another_model(const RunFolder& folder, const RunConfig& config,
                                     const Registry& registry);

}  // namespace facet
