#include <algorithm>
#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "apps/facet/usage.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

namespace {

constexpr const char* list_usage =
    "usage: facet pack list\n"
    "The packs that are installed: version, whether it is the one that is used, plugins, signer.";

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

}  // namespace

/// A damaged pack does not keep the others from being listed.
int list_action(const std::vector<std::string>& arguments) {
  if (asks_for_help(arguments)) {
    std::cout << list_usage << '\n';
    return exit_done;
  }
  if (!arguments.empty()) wrong_usage(list_usage);
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
  std::cout << text_table(rows);
  return exit_code;
}

}  // namespace facet
