#include <filesystem>
#include <iostream>

#include "apps/facet/commands.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/plugin/build_plugin.h"
#include "apps/facet/plugin/check_plugin.h"
#include "apps/facet/plugin/doctor.h"
#include "apps/facet/plugin/list_plugins.h"
#include "apps/facet/plugin/new_plugin.h"
#include "apps/facet/plugin/trust_plugins.h"
#include "apps/facet/usage.h"
#include "facet/error.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_report.h"

namespace facet {

namespace {

constexpr const char* plugin_usage =
    "usage: facet plugin list         the plugins that were found\n"
    "       facet plugin doctor [CONFIG]\n"
    "                                 where they are looked for, and what is wrong\n"
    "       facet plugin info FILE    its note, checks and components; loads nothing\n"
    "       facet plugin new NAME [--kind KIND] [--dir DIR]\n"
    "                                 a plugin to begin with, in the folder DIR/NAME\n"
    "       facet plugin build FILE   makes and installs a plugin from one C++ file\n"
    "       facet plugin check FILE [COMPONENT]\n"
    "                                 tries whether it keeps what the sdk promises\n"
    "       facet plugin trust [FOLDER] [--user USER] [--remove]\n"
    "                                 whose plugins are used, beside root's and yours";

using Action = int (*)(const std::vector<std::string>& arguments);

/// Those that read their arguments themselves.
constexpr std::pair<const char*, Action> actions[] = {
    {"list", list_plugins},  {"doctor", plugin_doctor}, {"new", new_plugin},
    {"build", build_plugin}, {"check", check_plugin},   {"trust", trust_plugins}};

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

int info(const std::string& file) {
  std::string refusal;
  try {
    const PluginReport plugin = report_plugin(std::filesystem::absolute(file));
    write_report(plugin);
    refusal = plugin.refusal();
  } catch (const Error& error) {
    refusal = error.what();
  }
  if (!refusal.empty()) throw Error(file + " would not be used: " + refusal);
  return 0;
}

}  // namespace

int plugin_command(const std::vector<std::string>& arguments) {
  const std::string action = arguments.empty() ? "" : arguments[0];
  for (const auto& [name, run] : actions)
    if (name == action) return run({arguments.begin() + 1, arguments.end()});
  if (asks_for_help(arguments)) {
    std::cout << plugin_usage << '\n';
    return exit_done;
  }
  const std::size_t count = arguments.size();
  if (action == "info" && count == 2) return info(arguments[1]);
  wrong_usage(plugin_usage);
}

}  // namespace facet
