#include "framework/shipping/installed_versions.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/packs/pack_store.h"

namespace facet {

std::vector<std::string> installed_versions(const std::string& name) {
  std::vector<std::string> names, versions;
  for (const auto& entry : std::filesystem::directory_iterator(pack_store()))
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      names.push_back(entry.path().filename());
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw Error("no pack named '" + name + "' is installed in " + pack_store() +
                did_you_mean(name, names));
  for (const StoredPack& pack : stored_versions(name)) versions.push_back(pack.version.text());
  return versions;
}

void require_version(const std::string& name, const std::vector<std::string>& versions,
                     const std::string& version) {
  if (std::find(versions.begin(), versions.end(), version) == versions.end())
    throw Error("of the pack '" + name + "' there is no version " + version + ", but " +
                join(versions));
}

}  // namespace facet
