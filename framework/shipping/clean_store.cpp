#include "framework/shipping/clean_store.h"

#include <filesystem>
#include <set>

#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/shipping/work_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The records of the packs that are there.
std::set<fs::path> records_in_use() {
  std::set<fs::path> records;
  for (const StoredPack& pack : stored_packs()) {
    const std::string sums = pack.folder + "/" + checksums_file;
    if (fs::is_regular_file(sums))
      records.insert(install_record_file(pack.folder, checksum(read_text(sums))));
  }
  return records;
}

/// Records and, of a kill in between, their temporary files.
bool is_record(const fs::path& file) {
  return file.filename().string().starts_with('.') && fs::is_regular_file(file);
}

void clean_pack(const fs::path& folder, const std::set<fs::path>& in_use) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (is_record(entry.path()) && !in_use.contains(entry.path())) fs::remove(entry.path());
  if (fs::is_empty(folder)) fs::remove(folder);
}

}  // namespace

void clean_store(const std::string& store) {
  remove_work_folders(store);
  const std::set<fs::path> in_use = records_in_use();
  for (const auto& entry : fs::directory_iterator(store))
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      clean_pack(entry.path(), in_use);
}

}  // namespace facet
