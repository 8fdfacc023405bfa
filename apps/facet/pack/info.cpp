#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/pack/pack_actions.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_report.h"
#include "framework/shipping/opened_pack.h"

namespace facet {

namespace {

void add(TableRows& rows, const std::string& what, const std::string& value) {
  if (!value.empty()) rows.push_back({what, printable(value)});
}

TableRows rows_of(const CheckedPack& checked) {
  const Pack& pack = checked.pack;
  TableRows rows;
  add(rows, "pack", pack.name);
  add(rows, "version", pack.version);
  add(rows, "authors", join(pack.authors));
  add(rows, "license", pack.license);
  add(rows, "homepage", pack.homepage);
  add(rows, "requires Facet", pack.required.facet);
  add(rows, "requires libtorch", pack.required.libtorch);
  add(rows, "requires C++ ABI", pack.required.cxx_abi);
  add(rows, "requires packs", join(pack.required.packs));
  add(rows, "examples", join(pack.examples));
  add(rows, "docs", join(pack.docs));
  add(rows, "files", std::to_string(checked.checksums.size()));
  add(rows, "signed by", to_string(checked.signer));
  return rows;
}

/// What is known of one of its plugins.
struct ShownPlugin {
  std::string name;
  std::string state;  ///< `with its sources, built here`; of one that would be refused, why
  std::vector<ComponentInfo> components;
};

ShownPlugin shown(const CheckedPack& pack, const std::string& plugin) {
  const std::string file = plugin_path(pack, plugin);
  const std::vector<std::string> sources = pack.pack.sources_of(plugin);
  if (!path_exists(file))
    return {
        plugin, "which is built from its sources when the pack is installed: " + join(sources), {}};
  std::vector<std::string> states;
  if (!sources.empty()) states.push_back("with its sources");
  if (was_built_here(pack, plugin)) states.push_back("built here");
  const PluginReport report = report_plugin(file, std::make_shared<const CheckedPack>(pack));
  if (const std::string refusal = report.refusal(); !refusal.empty())
    states.push_back("which would not be used: " + refusal);
  return {plugin, join(states), report.components};
}

TableRows component_rows(const ShownPlugin& plugin) {
  TableRows rows;
  for (const ComponentInfo& component : plugin.components)
    rows.push_back({component.kind, component.name, component.summary});
  return rows;
}

nlohmann::ordered_json json_of(const CheckedPack& pack) {
  nlohmann::ordered_json json;
  for (const auto& row : rows_of(pack)) json[row[0]] = row[1];
  for (const std::string& name : pack.pack.plugins) {
    const ShownPlugin plugin = shown(pack, name);
    json["plugins"].push_back(
        {{"name", plugin.name},
         {"state", plugin.state},
         {"components", json_rows(component_rows(plugin), {"kind", "name", "summary"})}});
  }
  return json;
}

int run_pack_info(const Given& given) {
  const OpenedPack opened(given["PACK"].as<std::string>());
  const CheckedPack& pack = opened.checked();
  if (given.count("json")) {
    std::cout << json_text(json_of(pack));
    return exit_done;
  }
  std::cout << text_table(rows_of(pack));
  for (const std::string& name : pack.pack.plugins) {
    const ShownPlugin plugin = shown(pack, name);
    std::cout << "plugin " << plugin.name << (plugin.state.empty() ? "" : ", ") << plugin.state
              << '\n'
              << text_table(component_rows(plugin), all_columns, "  ");
  }
  return exit_done;
}

}  // namespace

Command pack_info_command() {
  Command command{"info", "what it is and has; runs none of its code", {"PACK"}};
  command.description =
      "What a pack says of itself, who signed it, its plugins and their components. Runs none of "
      "its code. PACK is a folder, an archive or the name of an installed pack.";
  command.examples = {{"facet pack info lab-1.2.0.facetpack", "of an archive"}};
  command.reports = true;
  command.run = run_pack_info;
  return command;
}

}  // namespace facet
