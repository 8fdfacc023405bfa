#include "apps/facet/plugin/list_plugins.h"

#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

std::string origin_of(const PluginInfo& plugin) {
  if (!plugin.pack) return "";
  const PackOrigin& pack = *plugin.pack;
  const std::string signer = pack.key.empty()      ? "unsigned"
                             : pack.signer.empty() ? "by an unknown signer"
                                                   : "signed by " + pack.signer;
  return pack.name + " " + pack.version + ", " + signer + (pack.built_here ? ", built here" : "") +
         (plugin.path.ends_with(".pt") ? ", TorchScript (deprecated by libtorch)" : "");
}

int list_plugins(const std::vector<std::string>& arguments) {
  if (!parse_command_line(
          arguments, "plugin list\nThe plugins that were found; runs no code of theirs.", {}, {}))
    return exit_done;
  const auto registry = open_registry();
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

}  // namespace facet
