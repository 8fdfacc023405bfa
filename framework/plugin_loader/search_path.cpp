#include "framework/plugin_loader/search_path.h"

#include <cstdlib>
#include <sstream>

#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_folder.h"

namespace facet {

namespace {

std::vector<std::string> environment_folders() {
  const char* path = std::getenv("FACET_PLUGIN_PATH");
  std::istringstream text(path ? path : "");
  std::vector<std::string> folders;
  for (std::string folder; std::getline(text, folder, ':');)
    if (!folder.empty()) folders.push_back(folder);
  return folders;
}

/// The folders of the packs, or the store as a whole, to be refused, where it cannot be read.
std::vector<SearchFolder> pack_folders(const std::vector<std::string>& require) {
  std::vector<Requirement> requirements;
  for (const std::string& text : require) {
    try {
      requirements.push_back(parse_requirement(text));
    } catch (const Error&) {  // the check of the config tells it
    }
  }
  std::vector<SearchFolder> folders;
  try {
    for (const StoredPack& pack : used_packs(requirements))
      folders.push_back({pack.folder, "pack " + pack.name + " " + pack.version.text()});
  } catch (const Error&) {
    folders.push_back({pack_store(), "packs"});
  }
  return folders;
}

}  // namespace

std::vector<SearchFolder> plugin_search_path(const std::vector<std::string>& extra,
                                             const std::vector<std::string>& require) {
  std::vector<SearchFolder> folders;
  for (const std::string& folder : extra) folders.push_back({folder, "[plugins] path"});
  for (const std::string& folder : environment_folders())
    folders.push_back({folder, "FACET_PLUGIN_PATH"});
  for (const SearchFolder& folder : pack_folders(require)) folders.push_back(folder);
  folders.push_back({built_in_plugins(), "Facet"});
  return folders;
}

}  // namespace facet
