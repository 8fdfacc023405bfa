#include "framework/shipping/opened_pack.h"

#include <filesystem>

#include "framework/files/temporary_folder.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/used_packs.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/work_folder.h"

namespace facet {

namespace {

std::string installed_folder(const std::string& named) {
  const Requirement required = parse_requirement(named);
  std::vector<std::string> names;
  for (const StoredPack& pack : stored_packs()) {
    if (pack.name == required.pack && required.versions.hold_for(pack.version)) return pack.folder;
    if (names.empty() || names.back() != pack.name) names.push_back(pack.name);
  }
  throw Error("'" + named + "' is neither a folder or archive nor a pack that is installed in " +
              pack_store() + did_you_mean(required.pack, names));
}

}  // namespace

OpenedPack::OpenedPack(const std::string& named) : shown_(named) {
  namespace fs = std::filesystem;
  std::string folder = named;
  if (!fs::exists(named)) {
    is_installed_ = true;
    shown_ = folder = installed_folder(named);
  } else if (!fs::is_directory(named)) {
    unpacked_ = std::make_unique<WorkFolder>(temporary_place());
    folder = unpacked_->path();
    unpack_archive(named, folder);
  }
  checked_ = check_pack(folder, shown_);
  if (!stored_pack_in(folder)) return;
  if (const auto record = find_install_record(folder, checked_.seal))
    checked_.built = built_files(folder, *record);
}

OpenedPack::~OpenedPack() = default;

std::unique_ptr<const OpenedPack> verify_pack(const std::string& named) {
  auto opened = std::make_unique<const OpenedPack>(named);
  check_all_files(opened->checked(), opened->shown());
  if (const auto stored = stored_pack_in(opened->checked().folder)) {
    try {
      check_stored_pack(*stored);
      check_built_files(opened->checked());
    } catch (const Error& error) {
      throw Error(opened->shown() + "/" + error.what());
    }
  }
  return opened;
}

}  // namespace facet
