#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/plugin/pack_origin.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/config/check_plugins.h"
#include "framework/config/config_file.h"
#include "framework/figures/text_table.h"
#include "framework/packs/pack_store.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/plugin_loader/search_path.h"
#include "framework/trust/trust_list.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Rows of a table that is told under a heading, or under a key of the JSON.
struct Finding {
  std::string heading, key;
  std::vector<std::string> columns;
  TableRows rows;
};

/// One that was built here of a pack's sources lies elsewhere than the pack.
bool is_of(const PluginInfo& plugin, const SearchFolder& folder) {
  return fs::path(plugin.path).parent_path() == fs::path(folder.path) ||
         (plugin.pack &&
          folder.named_by == "pack " + plugin.pack->name + " " + plugin.pack->version);
}

TableRows folder_rows(const std::vector<SearchFolder>& folders, const Registry& registry) {
  TableRows rows;
  for (const SearchFolder& folder : folders) {
    const auto plugins = registry.plugins();
    const auto count = std::count_if(plugins.begin(), plugins.end(), [&](const PluginInfo* plugin) {
      return is_of(*plugin, folder);
    });
    rows.push_back({folder.named_by, folder.path,
                    std::to_string(count) + (count == 1 ? " plugin" : " plugins")});
  }
  return rows;
}

TableRows plugin_rows(const Registry& registry) {
  TableRows rows;
  for (const PluginInfo* plugin : registry.plugins())
    rows.push_back({plugin->name, plugin->version, origin_of(*plugin), plugin->path});
  return rows;
}

/// A name that a config must write in full.
TableRows shared_names(const Registry& registry) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> offers;
  for (const PluginInfo* plugin : registry.plugins())
    for (const ComponentInfo& component : plugin->components)
      offers[{component.kind, component.name}].push_back(plugin->name + "/" + component.name);
  TableRows rows;
  for (const auto& [component, names] : offers)
    if (names.size() > 1)
      rows.push_back({component.first, component.second, "write " + join(names, " or ")});
  return rows;
}

TableRows disabled_rows(const Registry& registry) {
  TableRows rows;
  for (const PluginInfo& plugin : registry.disabled_plugins())
    rows.push_back({plugin.name, plugin.version, origin_of(plugin), plugin.path});
  return rows;
}

/// Versions that lie beside the one that is used.
TableRows other_versions(const std::vector<SearchFolder>& folders) {
  TableRows rows;
  for (const StoredPack& pack : stored_packs()) {
    const bool used = std::any_of(folders.begin(), folders.end(), [&](const SearchFolder& folder) {
      return folder.path == pack.folder;
    });
    if (!used) rows.push_back({pack.name, pack.version.text(), pack.folder});
  }
  return rows;
}

/// All that keeps something from being used.
TableRows faults(const PluginsConfig& plugins, const Registry& registry) {
  TableRows rows;
  for (const RefusedPlugin& refused : registry.refused())
    rows.push_back({refused.path, refused.reason});
  Problems problems;
  check_plugins(plugins, registry, problems);
  for (const Problem& problem : problems.all()) rows.push_back({problem.key, problem.what});
  try {
    read_trust_list();
  } catch (const Error& error) {
    rows.push_back({"facet plugin trust", error.what()});
  }
  return rows;
}

/// What is found out, in the order in which it is told.
std::vector<Finding> findings(const PluginsConfig& plugins, const Registry& registry) {
  const auto folders = plugin_search_path(plugins.path, plugins.require);
  return {{"looked for in this order",
           "folders",
           {"named_by", "path", "plugins"},
           folder_rows(folders, registry)},
          {"used", "used", {"name", "version", "pack", "path"}, plugin_rows(registry)},
          {"other versions of packs",
           "other_versions",
           {"name", "version", "path"},
           other_versions(folders)},
          {"disabled", "disabled", {"name", "version", "pack", "path"}, disabled_rows(registry)},
          {"names that several plugins offer",
           "shared_names",
           {"kind", "name", "advice"},
           shared_names(registry)},
          {"wrong", "wrong", {"what", "why"}, faults(plugins, registry)}};
}

void tell(const std::vector<Finding>& found) {
  for (const Finding& finding : found) {
    const bool wrong = finding.key == "wrong";
    if (wrong && finding.rows.empty()) std::cout << "nothing is wrong\n";
    if (!finding.rows.empty()) std::cout << finding.heading << ":\n";
    if (!wrong) std::cout << printable(text_table(finding.rows, all_columns, "  "));
    if (wrong)
      for (const auto& row : finding.rows)
        std::cout << "  " << printable(row[0] + ": " + row[1]) << '\n';
    if (finding.key == "folders")
      std::cout << "packs are installed in " << printable(pack_store()) << '\n';
  }
}

int run_plugin_doctor(const Given& given) {
  PluginsConfig plugins;
  if (given.count("CONFIG")) {
    const std::string config = given["CONFIG"].as<std::string>();
    plugins = plugins_section(read_config_table(config), config);
  }
  const auto registry = open_registry(plugins.path, plugins.require, plugins.disable);
  const std::vector<Finding> found = findings(plugins, *registry);
  if (given.count("json")) {
    nlohmann::ordered_json json = {{"packs_are_installed_in", pack_store()}};
    for (const Finding& finding : found)
      json[finding.key] = json_rows(finding.rows, finding.columns);
    std::cout << json_text(json);
  } else {
    tell(found);
  }
  return found.back().rows.empty() ? exit_done : exit_failed;
}

}  // namespace

Command plugin_doctor_command() {
  Command command{"doctor", "where they are looked for, and what is wrong", {"[CONFIG]"}};
  command.description =
      "Where plugins are looked for, what was found there, and why what is not used is not. Runs "
      "no "
      "code of theirs. The exit code is 1 where something is wrong.";
  command.examples = {{"facet plugin doctor run.toml", "also what the config says of plugins"}};
  command.reports = true;
  command.run = run_plugin_doctor;
  return command;
}

}  // namespace facet
