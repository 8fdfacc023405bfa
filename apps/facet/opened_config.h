#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// A config with the registry that knows its components.
struct OpenedConfig {
  std::unique_ptr<Registry> registry;
  RunConfig config;
};

/// Reads a config file with its overrides and looks for plugins where it says. Throws OptionsError
/// with all that is wrong.
OpenedConfig open_config(const std::string& path, const std::vector<std::string>& overrides);

/// The same of a config that was put together: `path` is told as its place.
OpenedConfig open_config(const Table& table, const std::string& path);

/// The same for the config of a finished run, whose data may be gone.
OpenedConfig open_run(const RunFolder& folder);

/// The plugins of a run alone: with them its encoders are loaded (see load_run).
std::unique_ptr<Registry> open_registry_of(const RunFolder& folder);

}  // namespace facet
