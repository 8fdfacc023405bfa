#include "framework/plugin_loader/plugin_loader.h"

#include "framework/plugin_loader/plugin_finder.h"
#include "framework/plugin_loader/search_path.h"

namespace facet {

void find_plugins(Registry& registry, const std::vector<std::string>& folders) {
  PluginFinder finder(registry);
  for (const std::string& folder : folders) finder.look_into(folder);
}

std::unique_ptr<Registry> open_registry(const std::vector<std::string>& extra_path,
                                        const std::vector<std::string>& require,
                                        const std::vector<std::string>& disable,
                                        const std::vector<PluginInfo>& recorded) {
  auto registry = std::make_unique<Registry>();
  std::vector<std::string> folders;
  for (const SearchFolder& folder : plugin_search_path(extra_path, require))
    folders.push_back(folder.path);
  registry->set_search_path(folders);
  registry->disable(disable);
  PluginFinder finder(*registry);
  for (const std::string& folder : folders) finder.look_into(folder);
  for (const PluginInfo& plugin : recorded)
    if (!registry->knows_plugin(plugin.name)) finder.take_recorded(plugin);
  return registry;
}

}  // namespace facet
