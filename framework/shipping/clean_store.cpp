#include "framework/shipping/clean_store.h"

#include <filesystem>
#include <set>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/shipping/work_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Where what was built for the version in `folder` lies; empty where its record says nothing of
/// it.
std::string built_for(const std::string& folder, const std::string& seal) {
  try {
    const auto record = find_install_record(folder, seal);
    return record ? built_files(folder, *record).folder : "";
  } catch (const Error&) {
    return "";  // the pack is refused, and has to be installed again
  }
}

/// The records of the packs that are there, and the folders of what was built for them.
std::set<fs::path> all_in_use() {
  std::set<fs::path> in_use;
  for (const StoredPack& pack : stored_packs()) {
    const std::string sums = pack.folder + "/" + checksums_file;
    if (!fs::is_regular_file(sums)) continue;
    const std::string seal = checksum(read_text(sums));
    in_use.insert(install_record_file(pack.folder, seal));
    in_use.insert(built_for(pack.folder, seal));
  }
  return in_use;
}

/// Records and, of a kill in between, their temporary files; what was built.
bool is_of_an_install(const fs::path& place) {
  return place.filename().string().starts_with('.');
}

void clean_pack(const fs::path& folder, const std::set<fs::path>& in_use) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (is_of_an_install(entry.path()) && !in_use.contains(entry.path()))
      fs::remove_all(entry.path());
  if (fs::is_empty(folder)) fs::remove(folder);
}

}  // namespace

void clean_store(const std::string& store) {
  remove_work_folders(store);
  const std::set<fs::path> in_use = all_in_use();
  for (const auto& entry : fs::directory_iterator(store))
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      clean_pack(entry.path(), in_use);
}

}  // namespace facet
