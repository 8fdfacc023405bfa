#include "framework/run_folder/missing_plugins.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/files/files.h"

namespace facet {

namespace {

using Json = nlohmann::json;

/// What a record says of its plugins; nothing where there is none, or it is damaged.
Json recorded_plugins(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return Json::array();
  const Json record = Json::parse(read_text(path), nullptr, /*allow_exceptions=*/false);
  return record.is_object() ? record.value("plugins", Json::array()) : Json::array();
}

std::string text_in(const Json& plugin, const char* name) {
  const auto found = plugin.find(name);
  return found != plugin.end() && found->is_string() ? found->get<std::string>() : "";
}

bool is_there(const std::string& name, const Registry& registry) {
  const auto plugins = registry.plugins();
  return std::any_of(plugins.begin(), plugins.end(),
                     [&](const PluginInfo* plugin) { return plugin->name == name; });
}

}  // namespace

void throw_with_missing_plugins(const OptionsError& error, const RunFolder& folder,
                                const Registry& registry) {
  std::vector<Problem> problems = error.problems();
  for (const Json& plugin : recorded_plugins(folder.record())) {
    if (!plugin.is_object() || is_there(text_in(plugin, "name"), registry)) continue;
    const std::string path = text_in(plugin, "path");
    problems.push_back(
        {{folder.record(), 0, 0},
         "",
         "plugin '" + text_in(plugin, "name") + "' " + text_in(plugin, "version") +
             " made the run and is missing" +
             (path.empty() ? ": it was part of the program"
                           : ": it was " + path + "; name its folder in FACET_PLUGIN_PATH")});
  }
  throw OptionsError(std::move(problems));
}

}  // namespace facet
