#pragma once

#include "facet/error.h"
#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// That `[plugins]` holds: the registry has the packs that it requires, in such versions, and not
/// the plugins that it disables. Mistakes are told by their key alone.
FACET_API void check_plugins(const PluginsConfig& plugins, const Registry& registry,
                             Problems& problems);

/// That the folders of `[plugins] path` are there.
FACET_API void check_plugin_folders(const PluginsConfig& plugins, Problems& problems);

}  // namespace facet
