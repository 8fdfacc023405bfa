#include "framework/shipping/work_copy.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/built_place.h"
#include "framework/shipping/copy_pack.h"

namespace facet {

namespace fs = std::filesystem;

CheckedPack work_copy(const std::string& path, const StoreChanges& store) {
  if (!path_exists(path)) throw Error(path + ": there is no such pack");
  const std::string copy = store.work_folder() + "/pack";
  fs::create_directory(copy);
  fs::permissions(copy, fs::perms(0755));
  copy_pack(path, copy);
  const CheckedPack checked = check_pack(copy, path);
  check_all_files(checked, path);
  return checked;
}

std::string folder_to_build_in(const StoreChanges& store) {
  return store.work_folder() + "/built";
}

void lead_to_store(CheckedPack& pack) {
  pack.folder = place_in_store(pack.pack);
  if (!pack.built.checksums.empty())
    pack.built.folder = built_folder(pack.folder, pack.built.checksums);
}

}  // namespace facet
