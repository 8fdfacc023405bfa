#include "framework/plugin_loader/plugin_loader.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "framework/files/files.h"
#include "framework/plugin_loader/checksum.h"
#include "framework/plugin_loader/pack_store.h"
#include "framework/plugin_loader/plugin_check.h"
#include "framework/plugin_loader/plugin_library.h"
#include "framework/registry/component_json.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// An address inside this library.
const char anchor = 0;

std::string built_in_folder() {
  Dl_info info;
  if (!dladdr(&anchor, &info)) throw Error("libfacet_framework cannot find itself");
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

std::vector<ComponentInfo> read_components(const fs::path& library) {
  fs::path path = library;
  path.replace_extension(".components.json");
  if (!fs::exists(path))
    throw Error(path.filename().string() + " is missing beside it: the plugin's build writes it");
  try {
    const auto description = nlohmann::ordered_json::parse(read_text(path));
    std::vector<ComponentInfo> components;
    for (const auto& json : description.at("components"))
      components.push_back(component_from_json(json));
    return components;
  } catch (const nlohmann::json::exception& exception) {
    throw Error(path.filename().string() + " beside it is damaged (" + exception.what() +
                "): build the plugin again");
  }
}

void find_plugin(Registry& registry, const fs::path& library) {
  try {
    registry.announce(inspect_plugin(library), plugin_entry_point(library));
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

PluginInfo inspect_plugin(const std::string& path) {
  const PluginNote note = check_plugin(path);
  return {note.plugin, note.version, path, file_checksum(path), read_components(path)};
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
