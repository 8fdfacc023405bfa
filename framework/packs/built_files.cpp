#include "framework/packs/built_files.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/packs/checked_pack.h"

namespace facet {

namespace fs = std::filesystem;

bool was_built_here(const CheckedPack& pack, const std::string& plugin) {
  return pack.built.checksums.contains(pack.pack.file_of(plugin));
}

std::string plugin_path(const CheckedPack& pack, const std::string& plugin) {
  return (was_built_here(pack, plugin) ? pack.built.folder : pack.folder) + "/" +
         pack.pack.file_of(plugin);
}

void require_libraries(const CheckedPack& pack) {
  for (const std::string& plugin : pack.pack.plugins)
    if (!fs::exists(plugin_path(pack, plugin)))
      throw Error(pack.pack.file_of(plugin) + ": is missing: " + rebuild_command(pack) +
                  " builds it from the pack's sources");
}

void require_built(const CheckedPack& pack, const std::string& name, const std::string& checksum) {
  const auto built = pack.built.checksums.find(name);
  if (built == pack.built.checksums.end())
    throw Error(name + ": was not built here: " + rebuild_command(pack));
  if (built->second != checksum)
    throw Error(name + ": is not what was built here: its checksum is " + checksum + ", not " +
                built->second + ": " + rebuild_command(pack));
}

void check_built_files(const CheckedPack& pack) {
  if (pack.built.checksums.empty()) return;
  const PackChecksums there = take_checksums(pack.built.folder);
  for (const auto& [name, wanted] : pack.built.checksums) {
    if (!there.contains(name))
      throw Error(name + ": is missing, though it was built here: " + rebuild_command(pack));
    require_built(pack, name, there.at(name));
  }
}

std::string rebuild_command(const CheckedPack& pack) {
  return "facet pack rebuild " + pack.pack.name + " " + pack.pack.version;
}

}  // namespace facet
