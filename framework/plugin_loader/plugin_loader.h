#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/registry/registry.h"

namespace facet {

/// Makes the plugins of these folders known to `registry`, without running any of their code (see
/// plugin_finder.h): a plugin that does not pass the checks, a folder that is not there and a pack
/// that may not be used are refused with the reason, and the others go on.
FACET_API void find_plugins(Registry& registry, const std::vector<std::string>& folders);

/// A registry that knows all plugins of the search path (search_path.h) but those that `disable`
/// names. The three are what a config's `[plugins]` says; a requirement that is not met, and a name
/// that no plugin has, are for the config's check to tell (check_plugins.h). A plugin of `recorded`
/// (those that made a run: name, path and checksum) that is not among them is looked for at its
/// path, and refused where it is not the same any more.
FACET_API std::unique_ptr<Registry> open_registry(const std::vector<std::string>& extra_path = {},
                                                  const std::vector<std::string>& require = {},
                                                  const std::vector<std::string>& disable = {},
                                                  const std::vector<PluginInfo>& recorded = {});

}  // namespace facet
