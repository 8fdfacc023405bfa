#include "framework/plugin_loader/plugin_loader.h"

#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "framework/plugin_loader/c_plugins.h"
#include "framework/plugin_loader/pack_store.h"
#include "framework/plugin_loader/plugin_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> environment_folders() {
  const char* path = std::getenv("FACET_PLUGIN_PATH");
  std::istringstream text(path ? path : "");
  std::vector<std::string> folders;
  for (std::string folder; std::getline(text, folder, ':');)
    if (!folder.empty()) folders.push_back(folder);
  return folders;
}

PluginInfo info_of(const InspectedPlugin& plugin) {
  return {plugin.note->plugin, plugin.note->version, plugin.file->path(), plugin.checksum,
          plugin.components};
}

void find_plugin(Registry& registry, const fs::path& library,
                 const std::shared_ptr<CPluginAdapters>& adapters) {
  try {
    const InspectedPlugin plugin = inspect_plugin(library);
    registry.announce(info_of(plugin), entry_point_of(plugin, adapters));
    if (adapts_c_plugins(plugin)) adapters->push_back(plugin);
  } catch (const Error& error) {
    registry.refuse({library, error.what()});
  }
}

}  // namespace

std::vector<std::string> plugin_search_path(const std::vector<std::string>& extra) {
  std::vector<std::string> folders = extra;
  for (auto&& more : {environment_folders(), pack_folders()})
    folders.insert(folders.end(), more.begin(), more.end());
  folders.push_back(built_in_plugin_folder());
  return folders;
}

void find_plugins(Registry& registry, const std::vector<std::string>& folders) {
  const auto adapters = std::make_shared<CPluginAdapters>();
  std::set<fs::path> seen;
  for (const std::string& folder : folders) {
    const fs::path place = fs::weakly_canonical(folder);
    if (!seen.insert(place).second) continue;
    for (const fs::path& library : libraries_in(place)) find_plugin(registry, library, adapters);
  }
}

std::unique_ptr<Registry> open_registry(const std::vector<std::string>& extra_path) {
  auto registry = std::make_unique<Registry>();
  const std::vector<std::string> folders = plugin_search_path(extra_path);
  registry->set_search_path(folders);
  find_plugins(*registry, folders);
  return registry;
}

}  // namespace facet
