#include "plugins/built_plugins.h"

#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

Registry& built_plugins() {
  static const std::unique_ptr<Registry> registry = open_registry({});
  return *registry;
}

std::vector<std::string> built_components(const std::string& kind) {
  std::vector<std::string> names;
  for (const PluginInfo* plugin : built_plugins().plugins())
    for (const ComponentInfo& component : plugin->components)
      if (component.kind == kind) names.push_back(plugin->name + "/" + component.name);
  return names;
}

}  // namespace facet
