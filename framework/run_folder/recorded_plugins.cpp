#include "framework/run_folder/recorded_plugins.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "facet/warning.h"
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

std::optional<PackOrigin> pack_of(const Json& plugin) {
  const auto pack = plugin.find("pack");
  if (pack == plugin.end() || !pack->is_object()) return {};
  return PackOrigin{text_in(*pack, "name"), text_in(*pack, "version"), text_in(*pack, "signer"),
                    text_in(*pack, "key")};
}

PluginInfo plugin_of(const Json& plugin) {
  return {text_in(plugin, "name"),
          text_in(plugin, "version"),
          text_in(plugin, "path"),
          text_in(plugin, "checksum"),
          {},
          pack_of(plugin)};
}

}  // namespace

std::vector<PluginInfo> recorded_plugins(const RunFolder& folder) {
  std::vector<PluginInfo> plugins;
  for (const Json& plugin : plugins_in(folder.record()))
    if (plugin.is_object()) plugins.push_back(plugin_of(plugin));
  return plugins;
}

void warn_of_another_model(const RunFolder& folder, const RunConfig& config,
                           const Registry& registry) {
  const PluginInfo& now = registry.plugin_of("model", config.model.name);
  for (const PluginInfo& then : recorded_plugins(folder)) {
    if (then.name != now.name || then.checksum == now.checksum) continue;
    if (!then.pack && !now.pack) continue;  // of Facet itself, or of who uses it
    warn(folder.path() + ": its model was trained by the plugin '" + then.name + "' " +
         then.version + ", and is now one of " + now.version + ", another file (" + now.path +
         "): it may compute something else; [plugins] require chooses a version");
  }
}

}  // namespace facet
