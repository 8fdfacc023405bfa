#include "apps/facet/plugin/plugin_name.h"

#include <algorithm>
#include <cctype>

#include "apps/facet/usage.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

void require_plugin_name(const std::string& name) {
  const bool well_formed = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) &&
                           std::all_of(name.begin(), name.end(),
                                       [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  if (!well_formed)
    wrong_usage("the name of a plugin must be a letter and then letters, digits and '_', got '" +
                name + "'");
}

void require_new_name(const std::string& name, const std::string& but_at) {
  const auto registry = open_registry();
  for (const PluginInfo* plugin : registry->plugins())
    if (plugin->name == name && plugin->path != but_at)
      wrong_usage("there is a plugin '" + name + "' already, which it would hide: " + plugin->path);
}

}  // namespace facet
