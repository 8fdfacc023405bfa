#include "framework/shipping/store_changes.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/built_place.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/processes/deferred_end.h"
#include "framework/shipping/clean_store.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::string require_store() {
  const std::string store = pack_store();
  if (store.empty())
    throw Error(
        "there is no place for packs: neither FACET_PACK_PATH, XDG_DATA_HOME nor HOME is set");
  std::error_code error;
  fs::create_directories(store, error);
  if (error) throw Error(store + ": cannot be made: " + error.message());
  return store;
}

/// A place for work in the store, where nothing is left of processes that were killed.
std::string cleaned_store() {
  clean_store(pack_store());
  return pack_store();
}

[[noreturn]] void cannot_be_put(const std::string& place) {
  throw Error(place + ": cannot be put there: " + std::strerror(errno));
}

/// A loss of power right after must not leave half of it.
void bring_to_disk(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0 || ::syncfs(file) != 0) cannot_be_put(folder);
  ::close(file);
}

/// Without a moment in which neither is there.
void exchange(const std::string& fresh, const std::string& place) {
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) cannot_be_put(place);
  throw Error(place +
              ": cannot be replaced in one step on this file system: remove that version, and "
              "install again");
}

void move_to(const std::string& fresh, const std::string& place) {
  if (path_exists(place))
    exchange(fresh, place);
  else if (::rename(fresh.c_str(), place.c_str()) != 0)
    cannot_be_put(place);
}

}  // namespace

StoreChanges::StoreChanges()
    : lock_(require_store(), FolderLock::WhereHeld::wait), work_(cleaned_store()) {}

StoreChanges::~StoreChanges() {
  try {
    clean_store(pack_store());
  } catch (const std::exception&) {  // the next one does
  }
}

void StoreChanges::put(const CheckedPack& pack) {
  const std::string place = place_in_store(pack.pack);
  fs::create_directories(fs::path(place).parent_path());
  put_built(pack);
  move_to(pack.folder, place);
}

/// The record leads from what was built before to what is built now, in one step.
void StoreChanges::put_built(const CheckedPack& pack) {
  const std::string place = place_in_store(pack.pack);
  bring_to_disk(work_folder());
  DeferredEnd::throw_if_asked_for();  // from here on it is done whole
  if (!pack.built.folder.empty())
    move_to(pack.built.folder, built_folder(place, pack.built.checksums));
  write_install_record(place, record_of(pack));
}

void StoreChanges::take_away(const std::string& name, const std::string& version) {
  const fs::path all = fs::path(pack_store()) / name;
  const fs::path place = version.empty() ? all : all / version;
  const std::string gone = work_folder() + "/" + place.filename().string();
  if (::rename(place.c_str(), gone.c_str()) != 0)
    throw Error(place.string() + ": cannot be removed: " + std::strerror(errno));
}

std::string place_in_store(const Pack& pack) {
  return pack_store() + "/" + pack.name + "/" + pack.version;
}

}  // namespace facet
