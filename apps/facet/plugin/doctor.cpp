#include "apps/facet/plugin/doctor.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/plugin/list_plugins.h"
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

/// What is found out, a heading and its lines at a time.
void show(const std::string& heading, const TableRows& rows) {
  if (rows.empty()) return;
  std::cout << heading << ":\n" << printable(text_table(rows, all_columns, "  "));
}

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

}  // namespace

int plugin_doctor(const std::vector<std::string>& arguments) {
  const auto given = parse_command_line(
      arguments,
      "plugin doctor [CONFIG]\nWhere plugins are looked for, what was found there, and why what is "
      "not used is not.\nRuns no code of theirs. The exit code is 1 where something is wrong.",
      {}, {"[CONFIG]"});
  if (!given) return exit_done;
  PluginsConfig plugins;
  if (given->count("CONFIG")) {
    const std::string config = (*given)["CONFIG"].as<std::string>();
    plugins = plugins_section(read_config_table(config), config);
  }
  const auto folders = plugin_search_path(plugins.path, plugins.require);
  const auto registry = open_registry(plugins.path, plugins.require, plugins.disable);
  show("looked for in this order", folder_rows(folders, *registry));
  std::cout << "packs are installed in " << printable(pack_store()) << '\n';
  show("used", plugin_rows(*registry));
  show("other versions of packs", other_versions(folders));
  show("disabled", disabled_rows(*registry));
  show("names that several plugins offer", shared_names(*registry));
  const TableRows wrong = faults(plugins, *registry);
  std::cout << (wrong.empty() ? "nothing is wrong\n" : "wrong:\n");
  for (const auto& row : wrong) std::cout << "  " << printable(row[0] + ": " + row[1]) << '\n';
  return wrong.empty() ? exit_done : exit_failed;
}

}  // namespace facet
