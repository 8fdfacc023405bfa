#include "framework/plugin_loader/plugin_loader.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "facet/build.h"
#include "framework/plugin_loader/pack_store.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/plugin_loader/plugin_library.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::string built_in_folder() {
  Dl_info info;
  if (!dladdr(reinterpret_cast<const void*>(&host_build), &info))
    throw Error("libfacet_sdk cannot be found among the loaded libraries");
  return fs::canonical(info.dli_fname).parent_path() / "facet" / "plugins";
}

std::vector<std::string> environment_folders() {
  const char* path = std::getenv("FACET_PLUGIN_PATH");
  std::istringstream text(path ? path : "");
  std::vector<std::string> folders;
  for (std::string folder; std::getline(text, folder, ':');)
    if (!folder.empty()) folders.push_back(folder);
  return folders;
}

std::vector<fs::path> libraries_in(const fs::path& folder) {
  std::vector<fs::path> libraries;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing))
    if (entry.path().extension() == ".so") libraries.push_back(entry.path());
  std::sort(libraries.begin(), libraries.end());
  return libraries;
}

PluginInfo info_of(const InspectedPlugin& plugin) {
  return {plugin.note->plugin, plugin.note->version, plugin.file->path(), plugin.checksum,
          plugin.components};
}

void find_plugin(Registry& registry, const fs::path& library) {
  try {
    const InspectedPlugin plugin = inspect_plugin(library);
    registry.announce(info_of(plugin), plugin_entry_point(plugin.file, plugin.checksum));
  } catch (const Error& error) {
    registry.refuse({library, error.what()});
  }
}

}  // namespace

std::vector<std::string> plugin_search_path(const std::vector<std::string>& extra) {
  std::vector<std::string> folders = extra;
  for (auto&& more : {environment_folders(), pack_folders()})
    folders.insert(folders.end(), more.begin(), more.end());
  folders.push_back(built_in_folder());
  return folders;
}

void find_plugins(Registry& registry, const std::vector<std::string>& folders) {
  std::set<fs::path> seen;
  for (const std::string& folder : folders) {
    const fs::path place = fs::weakly_canonical(folder);
    if (!seen.insert(place).second) continue;
    for (const fs::path& library : libraries_in(place)) find_plugin(registry, library);
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
