#include "framework/registry/components_json.h"

#include <nlohmann/json.hpp>

#include "framework/registry/component_json.h"

namespace facet {

std::string to_json(const std::vector<OfferedComponent>& components) {
  auto list = nlohmann::ordered_json::array();
  for (const OfferedComponent& offered : components) {
    list.push_back(component_to_json(*offered.component));
    list.back()["plugin"] = offered.plugin->name;
  }
  return list.dump(2) + "\n";
}

}  // namespace facet
