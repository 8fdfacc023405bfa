#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/plugin/pack_origin.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

namespace {

nlohmann::ordered_json json_of(const Registry& registry) {
  nlohmann::ordered_json json = {{"plugins", nlohmann::ordered_json::array()},
                                 {"not_used", nlohmann::ordered_json::array()}};
  for (const PluginInfo* plugin : registry.plugins())
    json["plugins"].push_back({{"name", plugin->name},
                               {"version", plugin->version},
                               {"components", plugin->components.size()},
                               {"pack", origin_of(*plugin)},
                               {"path", plugin->path}});
  for (const RefusedPlugin& plugin : registry.refused())
    json["not_used"].push_back({{"path", plugin.path}, {"reason", plugin.reason}});
  return json;
}

int run_plugin_list(const Given& given) {
  const auto registry = open_registry();
  if (given.count("json")) {
    std::cout << json_text(json_of(*registry));
    return exit_done;
  }
  TableRows rows;
  for (const PluginInfo* plugin : registry->plugins())
    rows.push_back({plugin->name, plugin->version,
                    std::to_string(plugin->components.size()) + " components", origin_of(*plugin),
                    printable(plugin->path)});
  std::cout << text_table(rows);
  if (registry->refused().empty()) return exit_done;
  std::cout << "not used:\n";
  for (const RefusedPlugin& plugin : registry->refused())
    std::cout << "  " << printable(plugin.path + ": " + plugin.reason) << '\n';
  std::cout << "`facet plugin doctor` tells more\n";
  return exit_done;
}

}  // namespace

Command plugin_list_command() {
  Command command{"list", "the plugins that were found"};
  command.description = "The plugins that were found; runs no code of theirs.";
  command.examples = {{"facet plugin list", "with their versions and where they lie"}};
  command.reports = true;
  command.run = run_plugin_list;
  return command;
}

}  // namespace facet
