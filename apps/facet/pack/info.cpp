#include <iostream>
#include <memory>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
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

/// Of one that would be refused, why.
void show_plugin(const CheckedPack& pack, const std::string& plugin) {
  const std::string file = plugin_path(pack, plugin);
  const std::vector<std::string> sources = pack.pack.sources_of(plugin);
  std::cout << "plugin " << plugin;
  if (!path_exists(file)) {
    std::cout << ", which is built from its sources when the pack is installed: " << join(sources)
              << '\n';
    return;
  }
  if (!sources.empty()) std::cout << ", with its sources";
  if (was_built_here(pack, plugin)) std::cout << ", built here";
  const PluginReport report = report_plugin(file, std::make_shared<const CheckedPack>(pack));
  if (const std::string refusal = report.refusal(); !refusal.empty())
    std::cout << ", which would not be used: " << refusal;
  std::cout << '\n';
  TableRows components;
  for (const ComponentInfo& component : report.components)
    components.push_back({component.kind, component.name, component.summary});
  std::cout << text_table(components, all_columns, "  ");
}

}  // namespace

int info_action(const std::vector<std::string>& arguments) {
  const auto given =
      parse_command_line(arguments,
                         "pack info PACK\nWhat a pack says of itself, who signed it, "
                         "its plugins and their components.\nRuns none of its code.",
                         {}, {"PACK"});
  if (!given) return exit_done;
  const OpenedPack opened((*given)["PACK"].as<std::string>());
  const CheckedPack& pack = opened.checked();
  std::cout << text_table(rows_of(pack));
  for (const std::string& plugin : pack.pack.plugins) show_plugin(pack, plugin);
  return exit_done;
}

}  // namespace facet
