#include "opened_config.h"

#include <filesystem>

#include "framework/config/config_file.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run_folder/missing_plugins.h"
#include "framework/run_folder/recorded_plugins.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

namespace {

std::string folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

OpenedConfig open(const Table& table, const std::string& path, DataFiles data_files) {
  OpenedConfig opened;
  const PluginsConfig plugins = plugins_section(table, path);
  const RunFolder run(folder_of(path));  // if it is the config of one
  opened.registry =
      open_registry(plugins.path, plugins.require, plugins.disable, recorded_plugins(run));
  try {
    opened.config = parse_run_config(table, path, *opened.registry, data_files);
  } catch (const OptionsError& error) {
    throw_with_missing_plugins(error, run, *opened.registry);
  }
  return opened;
}

}  // namespace

OpenedConfig open_config(const std::string& path, const std::vector<std::string>& overrides) {
  return open(read_config_table(path, overrides), path, DataFiles::must_exist);
}

OpenedConfig open_config(const Table& table, const std::string& path) {
  return open(table, path, DataFiles::must_exist);
}

OpenedConfig open_run(const RunFolder& folder) {
  folder.require();
  return open(read_config_table(folder.config()), folder.config(), DataFiles::may_be_missing);
}

std::unique_ptr<Registry> open_registry_of(const RunFolder& folder) {
  const PluginsConfig plugins = plugins_section(folder);
  return open_registry(plugins.path, plugins.require, plugins.disable, recorded_plugins(folder));
}

}  // namespace facet
