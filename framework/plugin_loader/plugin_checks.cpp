#include "framework/plugin_loader/plugin_checks.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/packs/built_place.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/other_host.h"
#include "framework/plugin_loader/torchscript_file.h"
#include "framework/plugin_loader/torchscript_format.h"
#include "framework/registry/description_mistakes.h"
#include "framework/trust/trusted_file.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::string folder_of(const PluginFile& file) {
  return fs::path(file.real_path()).parent_path();
}

struct ::stat folder_status(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) throw Error("its folder is gone: " + folder);
  return status;
}

/// A file that came in the plugin's pack, or was built of its sources.
void require_packed(const InspectedPlugin& plugin, const std::string& name,
                    const std::string& checksum) {
  if (plugin.was_built_here) return require_built(*plugin.pack, name, checksum);
  const PackChecksums& checksums = plugin.pack->checksums;
  const auto packed = checksums.find(name);
  if (packed == checksums.end()) throw Error(name + " is not in its pack's SHA256SUMS");
  if (packed->second != checksum)
    throw Error(name + " is not what its pack's SHA256SUMS says: its checksum is " + checksum +
                ", not " + packed->second);
}

/// In the store of packs no file is used that was not installed, or built when a pack was.
void check_pack_of(InspectedPlugin& plugin) {
  const std::string folder = folder_of(*plugin.file);
  if (!plugin.pack) plugin.pack = checked_pack_in(folder);
  if (!plugin.pack) return;
  plugin.was_built_here = stored_pack_with_built(folder).has_value();
  const fs::path file = fs::path(plugin.file->path()).filename();
  const Pack& pack = plugin.pack->pack;
  const bool is_named =
      std::any_of(pack.plugins.begin(), pack.plugins.end(),
                  [&](const std::string& named) { return pack.file_of(named) == file.string(); });
  if (!is_named) throw Error("it is none of the plugins that pack.toml names");
  require_packed(plugin, file, plugin.checksum);
}

void require_owner(const PluginFile& file) {
  const std::string folder = folder_of(file);
  require_trusted_owner("the file", file.real_path(), file.status());
  require_trusted_owner("its folder", folder, folder_status(folder));
}

void require_permissions(const PluginFile& file) {
  const std::string folder = folder_of(file);
  require_trusted_permissions("the file", file.real_path(), file.status());
  require_trusted_permissions("its folder", folder, folder_status(folder));
}

void check_owner(InspectedPlugin& plugin) {
  require_owner(*plugin.file);
}

void check_permissions(InspectedPlugin& plugin) {
  require_permissions(*plugin.file);
}

/// What is asked of the plugin's own code is asked of what it brings along.
void check_libraries(InspectedPlugin& plugin) {
  plugin.libraries = find_own_libraries(*plugin.file, elf_of(plugin));
  for (const OwnLibrary& library : plugin.libraries) {
    const std::string name = "lib/" + library.name;
    if (plugin.pack) require_packed(plugin, name, library.checksum);
    try {
      require_owner(*library.file);
      require_permissions(*library.file);
      require_no_operators(*library.elf);
    } catch (const Error& error) {
      throw Error(name + ": " + error.what());
    }
  }
}

/// The checksum that the file is to have; none where the plugin did not come in a pack.
std::string wanted_checksum(const InspectedPlugin& plugin, const std::string& name) {
  if (!plugin.pack) return "";
  const CheckedPack& pack = *plugin.pack;
  const PackChecksums& checksums = plugin.was_built_here ? pack.built.checksums : pack.checksums;
  return checksums.at(name);
}

/// They are told before the plugin is loaded, and a file can be written by hand.
void require_right_descriptions(const InspectedPlugin& plugin) {
  std::vector<std::string> mistakes;
  for (const ComponentInfo& component : plugin.components)
    for (const std::string& mistake : description_mistakes(component)) mistakes.push_back(mistake);
  if (!mistakes.empty()) throw Error(join(mistakes, "; "));
}

void read_components(InspectedPlugin& plugin) {
  const std::string name = fs::path(plugin.file->path()).stem().string() + ".components.json";
  plugin.components = read_components_file(plugin.file->path(), wanted_checksum(plugin, name));
  require_right_descriptions(plugin);
}

/// What an installed pack has the sources of is built again by one command.
void check_build_of_plugin(InspectedPlugin& plugin) {
  try {
    check_build(plugin);
  } catch (const BuiltForOtherHost& other) {
    if (!plugin.pack || plugin.pack->pack.sources_of(plugin.note->plugin).empty()) throw;
    throw BuiltForOtherHost(other.mismatch(),
                            rebuild_command(*plugin.pack) + ", which builds it from its sources");
  }
}

/// Without the list of a pack, nothing would say what is in the file.
void require_pack_of(InspectedPlugin& plugin) {
  check_pack_of(plugin);
  if (!plugin.pack) throw Error("TorchScript is used where it lies in an installed pack");
}

void check_format(InspectedPlugin& plugin) {
  require_torchscript(*plugin.file);
}

void read_description(InspectedPlugin& plugin) {
  const std::string name = fs::path(plugin.file->path()).stem();
  const auto* described = plugin.pack ? plugin.pack->pack.torchscript_of(name) : nullptr;
  if (!described) not_checked_without("pack");
  plugin.torchscript = *described;
  plugin.note = PluginNote{name, plugin.pack->pack.version, {}};
  plugin.components = {torchscript_info(*plugin.torchscript)};
  require_right_descriptions(plugin);
}

const PluginCheck checksum_check = {"checksum", "all of the file can be read", take_checksum};
const PluginCheck owner_check = {"owner", "the file and its folder belong to root or to you",
                                 check_owner};
const PluginCheck permissions_check = {
    "permissions", "nobody else can write to the file or its folder", check_permissions};

}  // namespace

std::shared_ptr<const CheckedPack> checked_pack_in(const std::string& folder) {
  auto stored = stored_pack_with_built(folder);
  if (!stored) stored = stored_pack_in(folder);
  return stored ? std::make_shared<const CheckedPack>(check_stored_pack(*stored)) : nullptr;
}

const std::vector<PluginCheck>& plugin_checks(const std::string& file) {
  static const std::vector<PluginCheck> of_libraries = {
      checksum_check,
      {"pack", "it is as the pack that it came in says, if it came in one", check_pack_of},
      owner_check,
      permissions_check,
      {"elf", "it is a whole shared library for this processor", read_elf},
      {"note", "it has Facet's note, which agrees with the name of the file", read_note},
      {"build", "it was built for this host's sdk, libtorch and C++ ABI, or its C interface",
       check_build_of_plugin},
      {"operators", "it registers no operators with libtorch", check_operators},
      {"libraries", "the libraries that it brings along pass, too", check_libraries},
      {"components", "its components.json says what it offers", read_components}};
  static const std::vector<PluginCheck> of_torchscript = {
      checksum_check,
      {"pack", "it is as the pack that it came in says", require_pack_of},
      owner_check,
      permissions_check,
      {"format", "it is TorchScript of a version that this libtorch reads", check_format},
      {"components", "its pack.toml says what it offers", read_description}};
  return fs::path(file).extension() == ".pt" ? of_torchscript : of_libraries;
}

InspectedPlugin inspect_plugin(const std::string& path, std::shared_ptr<const CheckedPack> pack) {
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(path);
  plugin.pack = std::move(pack);
  for (const PluginCheck& check : plugin_checks(path)) check.check(plugin);
  return plugin;
}

}  // namespace facet
