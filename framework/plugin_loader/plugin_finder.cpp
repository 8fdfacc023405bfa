#include "framework/plugin_loader/plugin_finder.h"

#include <algorithm>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/checked_pack.h"
#include "framework/plugin_loader/entry_points.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/plugin_loader/plugin_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

PluginInfo info_of(const InspectedPlugin& plugin) {
  PluginInfo info{plugin.note->plugin, plugin.note->version, plugin.file->path(), plugin.checksum,
                  plugin.components};
  if (plugin.pack)
    info.pack =
        PackOrigin{plugin.pack->pack.name, plugin.pack->pack.version, plugin.pack->signer.principal,
                   plugin.pack->signer.key, plugin.was_built_here};
  return info;
}

/// The plugins of an installed pack, and other libraries there: those that were built here stand
/// for those that it brought.
std::vector<fs::path> plugins_of(const CheckedPack& pack) {
  std::vector<fs::path> files = libraries_in(pack.folder);
  for (const std::string& plugin : pack.pack.plugins) {
    if (was_built_here(pack, plugin))
      std::erase(files, fs::path(pack.folder) / pack.pack.file_of(plugin));
    const fs::path file = plugin_path(pack, plugin);
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
  }
  return files;
}

}  // namespace

void PluginFinder::look_into(const std::string& folder) {
  refuse_failing(folder, [&] {
    const std::vector<fs::path> libraries = libraries_in(folder);
    if (!seen_.insert(fs::canonical(folder)).second) return;
    const auto pack = checked_pack_in(folder);  // a damaged one may have lost any file
    for (const fs::path& file : pack ? plugins_of(*pack) : libraries)
      refuse_failing(file, [&] { announce(inspect_plugin(file, pack)); });
  });
}

void PluginFinder::take_recorded(const PluginInfo& recorded) {
  refuse_failing(recorded.path, [&] {
    if (recorded.path.empty() || !path_exists(recorded.path)) return;
    const InspectedPlugin plugin = inspect_plugin(recorded.path);
    if (plugin.checksum != recorded.checksum)
      throw Error("it is not the plugin that made the run: its checksum is " + plugin.checksum +
                  ", not " + recorded.checksum);
    announce(plugin);
  });
}

void PluginFinder::refuse_failing(const std::string& path, const std::function<void()>& look) {
  try {
    look();
  } catch (const Error& error) {
    registry_.refuse({path, error.what()});
  }
}

void PluginFinder::announce(const InspectedPlugin& plugin) {
  require_own_names(plugin);
  registry_.announce(info_of(plugin), entry_point_of(plugin, adapters_));
  if (is_adapter(plugin)) adapters_->push_back(plugin);
}

/// The dynamic linker gives both plugins the library of that name that it has first.
void PluginFinder::require_own_names(const InspectedPlugin& plugin) {
  for (const OwnLibrary& library : plugin.libraries) {
    const auto [known, fresh] = libraries_.emplace(library.name, library);
    if (!fresh && known->second.checksum != library.checksum)
      throw Error("it brings along " + library.file->path() + ", which has the name of " +
                  known->second.file->path() +
                  " and is not the same: one of them needs another name (SONAME)");
  }
}

}  // namespace facet
