#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "facet/error.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_report.h"

namespace facet {

namespace {

using nlohmann::ordered_json;

/// The note, even of a library that the host would refuse for it.
TableRows note_rows(const PluginReport& plugin) {
  TableRows rows;
  for (const auto& [key, value] : plugin.note) rows.push_back({key, value});
  if (!plugin.checksum.empty()) rows.push_back({"checksum", plugin.checksum});
  return rows;
}

void write_report(const PluginReport& plugin) {
  std::cout << text_table(note_rows(plugin));
  std::cout << "checks:\n";
  TableRows checks, components;
  for (const PluginReport::Check& check : plugin.checks)
    checks.push_back({check.name, check.what, check.failure.empty() ? "passed" : check.failure});
  std::cout << text_table(checks, all_columns, "  ");
  if (plugin.components.empty()) return;
  std::cout << "components:\n";
  for (const ComponentInfo& component : plugin.components)
    components.push_back({component.kind, component.name, component.summary});
  std::cout << text_table(components, all_columns, "  ");
}

ordered_json json_of(const PluginReport& plugin) {
  ordered_json json = {{"note", ordered_json::object()},
                       {"checks", ordered_json::array()},
                       {"components", ordered_json::array()}};
  for (const auto& row : note_rows(plugin)) json["note"][row[0]] = row[1];
  for (const PluginReport::Check& check : plugin.checks) {
    json["checks"].push_back(
        {{"check", check.name}, {"what", check.what}, {"passed", check.failure.empty()}});
    if (!check.failure.empty()) json["checks"].back()["failure"] = check.failure;
  }
  for (const ComponentInfo& component : plugin.components)
    json["components"].push_back(
        {{"kind", component.kind}, {"name", component.name}, {"summary", component.summary}});
  return json;
}

int run_plugin_info(const Given& given) {
  const std::string file = given["FILE"].as<std::string>();
  std::string refusal;
  try {
    const PluginReport plugin = report_plugin(std::filesystem::absolute(file));
    if (given.count("json"))
      std::cout << json_text(json_of(plugin));
    else
      write_report(plugin);
    refusal = plugin.refusal();
  } catch (const Error& error) {
    refusal = error.what();
  }
  if (!refusal.empty()) throw Error(file + " would not be used: " + refusal);
  return exit_done;
}

}  // namespace

Command plugin_info_command() {
  Command command{"info", "its note, checks and components; loads nothing", {"FILE"}};
  command.description =
      "What a plugin says of itself, what is checked before it is used, and its components. Runs "
      "none of its code.";
  command.examples = {{"facet plugin info build/lab.so", "why it would not be used, if so"}};
  command.reports = true;
  command.run = run_plugin_info;
  return command;
}

}  // namespace facet
