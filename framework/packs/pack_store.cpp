#include "framework/packs/pack_store.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "facet/error.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::optional<Version> version_of_folder(const fs::path& folder) {
  try {
    return Version(folder.filename());
  } catch (const Error&) {
    return {};  // not of the store
  }
}

void add_versions(const fs::path& place, std::vector<StoredPack>& packs) {
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(place, missing)) {
    if (!entry.is_directory()) continue;
    if (const auto version = version_of_folder(entry.path()))
      packs.push_back({place.filename(), *version, entry.path()});
  }
}

bool stands_before(const StoredPack& a, const StoredPack& b) {
  if (a.name != b.name) return a.name < b.name;
  if (a.version != b.version) return a.version > b.version;
  return a.folder < b.folder;
}

}  // namespace

std::string pack_store() {
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value ? value : "";
  };
  if (const std::string own = variable("FACET_PACK_PATH"); !own.empty()) return own;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty())
    return data + "/facet/packs";
  if (const std::string home = variable("HOME"); !home.empty())
    return home + "/.local/share/facet/packs";
  return "";
}

std::vector<StoredPack> stored_packs() {
  std::vector<StoredPack> packs;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(pack_store(), missing))
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      add_versions(entry.path(), packs);
  std::sort(packs.begin(), packs.end(), stands_before);
  return packs;
}

std::vector<StoredPack> stored_versions(const std::string& name) {
  std::vector<StoredPack> versions = stored_packs();
  std::erase_if(versions, [&](const StoredPack& pack) { return pack.name != name; });
  return versions;
}

std::optional<StoredPack> stored_pack_in(const std::string& folder) {
  for (const StoredPack& pack : stored_packs()) {
    std::error_code gone;
    if (fs::equivalent(pack.folder, folder, gone)) return pack;
  }
  return {};
}

}  // namespace facet
