#include "framework/plugin_loader/plugin_loader.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/c_plugins.h"
#include "framework/plugin_loader/plugin_checks.h"
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

std::vector<std::string> folders_of_packs(const std::vector<std::string>& require) {
  std::vector<Requirement> requirements;
  for (const std::string& text : require) {
    try {
      requirements.push_back(parse_requirement(text));
    } catch (const Error&) {  // the check of the config tells it
    }
  }
  std::vector<std::string> folders;
  for (const StoredPack& pack : used_packs(requirements)) folders.push_back(pack.folder);
  return folders;
}

PluginInfo info_of(const InspectedPlugin& plugin) {
  PluginInfo info{plugin.note->plugin, plugin.note->version, plugin.file->path(), plugin.checksum,
                  plugin.components};
  if (plugin.pack)
    info.pack =
        PackOrigin{plugin.pack->pack.name, plugin.pack->pack.version, plugin.pack->signer.principal,
                   plugin.pack->signer.key, plugin.was_built_here};
  return info;
}

/// The plugins of an installed pack: those that were built here stand for those that it brought.
std::vector<fs::path> libraries_of(const CheckedPack& pack) {
  std::vector<fs::path> libraries = libraries_in(pack.folder);
  for (const std::string& plugin : pack.pack.plugins) {
    if (was_built_here(pack, plugin))
      std::erase(libraries, fs::path(pack.folder) / (plugin + ".so"));
    const fs::path library = plugin_library(pack, plugin);
    if (std::find(libraries.begin(), libraries.end(), library) == libraries.end())
      libraries.push_back(library);
  }
  return libraries;
}

/// Makes the plugins of folders known to a registry.
class PluginFinder {
 public:
  explicit PluginFinder(Registry& registry) : registry_(registry) {}

  void look_into(const fs::path& folder) {
    try {
      for (const fs::path& library : libraries_to_try(folder)) try_plugin(library);
    } catch (const Error& error) {
      registry_.refuse({folder, error.what()});
    }
  }

 private:
  /// A damaged pack may have lost any file: it is refused as a whole.
  static std::vector<fs::path> libraries_to_try(const fs::path& folder) {
    auto stored = stored_pack_in(folder);
    if (!stored) return libraries_in(folder);
    stored->folder = folder;
    return libraries_of(check_stored_pack(*stored));
  }

  void try_plugin(const fs::path& library) {
    try {
      const InspectedPlugin plugin = inspect_plugin(library);
      require_own_names(plugin);
      registry_.announce(info_of(plugin), entry_point_of(plugin, adapters_));
      if (adapts_c_plugins(plugin)) adapters_->push_back(plugin);
    } catch (const Error& error) {
      registry_.refuse({library, error.what()});
    }
  }

  /// The dynamic linker gives both plugins the library of that name that it has first.
  void require_own_names(const InspectedPlugin& plugin) {
    for (const OwnLibrary& library : plugin.libraries) {
      const auto [known, fresh] = libraries_.emplace(library.name, library);
      if (!fresh && known->second.checksum != library.checksum)
        throw Error("it brings along " + library.file->path() + ", which has the name of " +
                    known->second.file->path() +
                    " and is not the same: one of them needs another name (SONAME)");
    }
  }

  Registry& registry_;
  std::map<std::string, OwnLibrary> libraries_;  // that plugins bring along, by their names
  std::shared_ptr<CPluginAdapters> adapters_ = std::make_shared<CPluginAdapters>();
};

}  // namespace

std::vector<std::string> plugin_search_path(const std::vector<std::string>& extra,
                                            const std::vector<std::string>& require) {
  std::vector<std::string> folders = extra;
  for (auto&& more : {environment_folders(), folders_of_packs(require)})
    folders.insert(folders.end(), more.begin(), more.end());
  folders.push_back(built_in_plugins());
  return folders;
}

void find_plugins(Registry& registry, const std::vector<std::string>& folders) {
  PluginFinder finder(registry);
  std::set<fs::path> seen;
  for (const std::string& folder : folders) {
    const fs::path place = fs::weakly_canonical(folder);
    if (seen.insert(place).second) finder.look_into(place);
  }
}

std::unique_ptr<Registry> open_registry(const std::vector<std::string>& extra_path,
                                        const std::vector<std::string>& require,
                                        const std::vector<std::string>& disable) {
  auto registry = std::make_unique<Registry>();
  const std::vector<std::string> folders = plugin_search_path(extra_path, require);
  registry->set_search_path(folders);
  registry->disable(disable);
  find_plugins(*registry, folders);
  return registry;
}

}  // namespace facet
