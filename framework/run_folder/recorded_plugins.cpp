#include "framework/run_folder/recorded_plugins.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/files/files.h"

namespace facet {

namespace {

using Json = nlohmann::json;

Json plugins_in(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return Json::array();
  const Json record = Json::parse(read_text(path), nullptr, /*allow_exceptions=*/false);
  return record.is_object() ? record.value("plugins", Json::array()) : Json::array();
}

std::string text_in(const Json& plugin, const char* name) {
  const auto found = plugin.find(name);
  return found != plugin.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

std::vector<PluginInfo> recorded_plugins(const RunFolder& folder) {
  std::vector<PluginInfo> plugins;
  for (const Json& plugin : plugins_in(folder.record()))
    if (plugin.is_object())
      plugins.push_back({text_in(plugin, "name"),
                         text_in(plugin, "version"),
                         text_in(plugin, "path"),
                         text_in(plugin, "checksum"),
                         {}});
  return plugins;
}

}  // namespace facet
