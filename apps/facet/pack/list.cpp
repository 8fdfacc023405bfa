#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/pack/pack_actions.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

namespace {

bool holds(const std::vector<StoredPack>& packs, const StoredPack& pack) {
  return std::any_of(packs.begin(), packs.end(),
                     [&](const StoredPack& other) { return other.folder == pack.folder; });
}

/// `lab, tools (built here)`
std::string shown_plugins(const CheckedPack& pack) {
  std::vector<std::string> plugins;
  for (const std::string& plugin : pack.pack.plugins)
    plugins.push_back(plugin + (was_built_here(pack, plugin) ? " (built here)" : ""));
  return join(plugins);
}

/// Why a plugin of the pack is not used; empty: all are.
std::string refusal_of(const CheckedPack& pack, const Registry& registry) {
  for (const std::string& plugin : pack.pack.plugins)
    for (const RefusedPlugin& refused : registry.refused())
      if (refused.path == plugin_path(pack, plugin))
        return refused.path + ": is not used: " + refused.reason;
  return "";
}

/// A damaged pack does not keep the others from being listed.
int run_pack_list(const Given& given) {
  const std::vector<StoredPack> used = used_packs();
  const auto registry = open_registry();
  TableRows rows;
  int exit_code = exit_done;
  for (const StoredPack& stored : stored_packs()) {
    try {
      const CheckedPack pack = check_stored_pack(stored);
      const bool is_chosen = holds(used, stored);
      const std::string refusal = is_chosen ? refusal_of(pack, *registry) : "";
      if (!refusal.empty()) {
        std::cerr << refusal << '\n';
        exit_code = exit_failed;
      }
      rows.push_back({stored.name, stored.version.text(),
                      is_chosen && refusal.empty() ? "used" : "", shown_plugins(pack),
                      "signed by " + to_string(pack.signer)});
    } catch (const Error& error) {
      std::cerr << stored.folder << ": would not be used: " << error.what() << '\n';
      exit_code = exit_failed;
    }
  }
  if (given.count("json"))
    std::cout << json_text(json_rows(rows, {"name", "version", "state", "plugins", "signer"}));
  else
    std::cout << text_table(rows);
  return exit_code;
}

}  // namespace

Command pack_list_command() {
  Command command{"list", "the packs that are installed"};
  command.description =
      "The packs that are installed: version, whether it is the one that is used, plugins, signer.";
  command.examples = {{"facet pack list", "all versions of all packs"}};
  command.reports = true;
  command.run = run_pack_list;
  return command;
}

}  // namespace facet
