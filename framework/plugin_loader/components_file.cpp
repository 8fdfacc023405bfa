#include "framework/plugin_loader/components_file.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/files/files.h"
#include "framework/registry/component_json.h"

namespace facet {

namespace {

std::vector<ComponentInfo> parse_components(const std::string& text) {
  const auto description = nlohmann::ordered_json::parse(text);
  std::vector<ComponentInfo> components;
  for (const auto& json : description.at("components"))
    components.push_back(component_from_json(json));
  return components;
}

}  // namespace

void write_components_file(const std::string& path, const std::vector<ComponentEntry>& components) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ComponentEntry& component : components)
    list.push_back(component_to_json(component.info));
  write_text(path, nlohmann::ordered_json{{"components", list}}.dump(1) + "\n");
}

std::vector<ComponentInfo> read_components_file(const std::string& library) {
  const std::filesystem::path path =
      std::filesystem::path(library).replace_extension(".components.json");
  const std::string name = path.filename();
  if (!std::filesystem::exists(path))
    throw Error(name + " is missing beside it: the plugin's build writes it");
  const std::string text = read_text(path);
  try {
    return parse_components(text);
  } catch (const std::exception& exception) {
    throw Error(name + " beside it is damaged (" + exception.what() + "): build the plugin again");
  }
}

}  // namespace facet
