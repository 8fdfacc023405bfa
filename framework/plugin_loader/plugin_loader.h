#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/registry/registry.h"

namespace facet {

/// The folders in which plugins are looked for, in this order: `extra` (the config's `[plugins]
/// path`), FACET_PLUGIN_PATH (separated by colons), the packs that the user installed, each in the
/// newest version that meets `require` (the config's, see requirement.h; what is no requirement is
/// passed over), and the folder that came with Facet (found relative to libfacet_sdk, so that an
/// install can be moved).
FACET_API std::vector<std::string> plugin_search_path(const std::vector<std::string>& extra = {},
                                                      const std::vector<std::string>& require = {});

/// Makes the plugins of these folders known to `registry`, without running any of their code: each
/// is checked (see plugin_checks.h) and announced with what its components.json says. One that does
/// not pass is refused with the reason, and the others go on; so is the folder of a pack that may
/// not be used (see used_packs.h). A folder that is missing is ignored. The files stay open until
/// the registry is gone: loaded is what was checked.
FACET_API void find_plugins(Registry& registry, const std::vector<std::string>& folders);

/// A registry that knows all plugins of the search path but those that `disable` names. The three
/// are what a config's `[plugins]` says; a requirement that is not met, and a name that no plugin
/// has, are for the config's check to tell (check_plugins.h).
FACET_API std::unique_ptr<Registry> open_registry(const std::vector<std::string>& extra_path = {},
                                                  const std::vector<std::string>& require = {},
                                                  const std::vector<std::string>& disable = {});

}  // namespace facet
