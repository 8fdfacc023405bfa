#include "framework/plugin_loader/components_file.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/files/format.h"
#include "framework/registry/component_json.h"

namespace facet {

namespace {

struct Description {
  std::int64_t format = 0;
  std::vector<ComponentInfo> components;  ///< none where the format is not known
};

Description parse_description(const std::string& text) {
  const auto json = nlohmann::ordered_json::parse(text);
  Description description{json.at("format").get<std::int64_t>(), {}};
  if (description.format > file_format) return description;
  for (const auto& component : json.at("components"))
    description.components.push_back(component_from_json(component));
  return description;
}

}  // namespace

void write_components_file(const std::string& path, const std::vector<ComponentEntry>& components) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ComponentEntry& component : components)
    list.push_back(component_to_json(component.info));
  write_text(path,
             nlohmann::ordered_json{{"format", file_format}, {"components", list}}.dump(1) + "\n");
}

std::vector<ComponentInfo> read_components_file(const std::string& library,
                                                const std::string& wanted_checksum) {
  const std::filesystem::path path =
      std::filesystem::path(library).replace_extension(".components.json");
  const std::string name = path.filename();
  if (!path_exists(path)) throw Error(name + " is missing beside it: the plugin's build writes it");
  const std::string text = read_text(path);
  if (!wanted_checksum.empty() && checksum(text) != wanted_checksum)
    throw Error(name + " beside it has the checksum " + checksum(text) + ", not " +
                wanted_checksum);
  Description description;
  try {
    description = parse_description(text);
  } catch (const std::exception& exception) {
    throw Error(name + " beside it is damaged (" + exception.what() + "): build the plugin again");
  }
  require_format(name + " beside it", description.format);
  return description.components;
}

}  // namespace facet
