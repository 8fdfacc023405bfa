#pragma once

#include <string>

#include "framework/files/folder_lock.h"
#include "framework/packs/checked_pack.h"
#include "framework/shipping/work_folder.h"

namespace facet {

/// The store of packs, open for a change: no other process changes it as long as this lives; one
/// that does is waited for. What killed processes left is removed. Throws Error where there is no
/// place for a store.
class StoreChanges {
 public:
  StoreChanges();
  ~StoreChanges();
  StoreChanges(const StoreChanges&) = delete;
  StoreChanges& operator=(const StoreChanges&) = delete;

  /// A new folder in the store, that nobody looks at.
  const std::string& work_folder() const { return work_.path(); }

  /// Puts a pack, which lies in the work folder, at its place, with what was built for it; what was
  /// there, goes. At any moment the old or the new one is there whole. Throws Error that names the
  /// place.
  void put(const CheckedPack& pack);
  /// Puts what was built for a pack whose files are at their place already, and what is decided of
  /// it now.
  void put_built(const CheckedPack& pack);
  /// Takes a version, or, without one, all of a pack away.
  void take_away(const std::string& name, const std::string& version = "");

 private:
  FolderLock lock_;
  WorkFolder work_;
};

/// Where the version of the pack lies in the store.
std::string place_in_store(const Pack& pack);

}  // namespace facet
