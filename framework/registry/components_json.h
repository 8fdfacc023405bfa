#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/registry/registry.h"

namespace facet {

/// A component and the plugin that offers it. Both live as long as their registry.
struct OfferedComponent {
  const PluginInfo* plugin;
  const ComponentInfo* component;
};

/// A list in JSON: each component as its plugin's NAME.components.json has it, and under `plugin`
/// the plugin's name.
FACET_API std::string to_json(const std::vector<OfferedComponent>& components);

}  // namespace facet
