#include "framework/packs/pack_store.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/files/user_folders.h"

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

/// Not a link, whose files would not be in the store.
bool is_own_folder(const fs::directory_entry& entry) {
  std::error_code gone;
  return entry.symlink_status(gone).type() == fs::file_type::directory;
}

void add_versions(const fs::path& place, std::vector<StoredPack>& packs) {
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(place, missing)) {
    if (!is_own_folder(entry)) continue;
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
  const char* own = std::getenv("FACET_PACK_PATH");
  if (own && *own) return own;
  const std::string data = user_data_folder();
  return data.empty() ? "" : data + "/packs";
}

std::vector<StoredPack> stored_packs() {
  const std::string store = pack_store();
  std::vector<StoredPack> packs;
  if (store.empty() || !path_exists(store)) return packs;
  std::error_code error;
  const fs::directory_iterator entries(store, error);
  if (error) throw Error(store + ": cannot be read: " + error.message());
  for (const auto& entry : entries)
    if (is_own_folder(entry) && !entry.path().filename().string().starts_with("."))
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
  std::error_code error;
  const fs::path place = fs::canonical(folder, error);
  const std::string name = place.parent_path().filename();
  const bool in_store = !error && !name.starts_with(".") &&
                        fs::equivalent(place.parent_path().parent_path(), pack_store(), error);
  if (!in_store || error) return {};
  const auto version = version_of_folder(place);
  if (!version) return {};
  return StoredPack{name, *version, fs::path(pack_store()) / name / place.filename()};
}

}  // namespace facet
