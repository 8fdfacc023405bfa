#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/value.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The config file of a run with its overrides (see overrides.h), not checked yet.
FACET_API Table read_config_table(const std::string& path,
                                  const std::vector<std::string>& overrides = {});

/// Its `[plugins]`, which has to be known before there is a registry to check the rest with: what of
/// it can be read, the rest is told by that check.
FACET_API PluginsConfig plugins_section(const Table& config, const std::string& path);

/// Whether the files of [data] have to be there; `at_hand`: the recordings are given by the
/// program, and no file needs to be named.
enum class DataFiles { must_exist, may_be_missing, at_hand };

/// The run that the table says, with all defaults filled in. Runs no plugin code, reads no data.
///
/// `path` is the config file: its relative paths are relative to its folder (those given with --set
/// to the working directory). Throws OptionsError with all that is wrong, in the file's order:
/// unknown keys, types, bounds, names, and what check_run_config.h says of keys that have to fit.
FACET_API RunConfig parse_run_config(const Table& config, const std::string& path,
                                     const Registry& registry,
                                     DataFiles data_files = DataFiles::must_exist);

/// The same of a finished run, whose encoder alone is needed: components of `[[objective]]`,
/// `[training]` and `[output]` may be unknown, and are then as they were written.
FACET_API RunConfig parse_encoder_config(const Table& config, const std::string& path,
                                         const Registry& registry);

/// The same for TOML that is not in a file: `name`, which has no `/`, stands for it in messages,
/// and relative paths are relative to the working directory.
FACET_API RunConfig parse_run_config_text(const std::string& text, const std::string& name,
                                          const Registry& registry,
                                          DataFiles data_files = DataFiles::must_exist);

/// Reads and parses a file, with the registry at hand.
FACET_API RunConfig read_run_config(const std::string& path,
                                    const std::vector<std::string>& overrides,
                                    const Registry& registry);

/// The table that gives the same run again, from any folder: all defaults filled in, all paths
/// absolute. Throws OptionsError where the registry does not know a component of it.
FACET_API Table write_run_config(const RunConfig& config, const Registry& registry);

}  // namespace facet
