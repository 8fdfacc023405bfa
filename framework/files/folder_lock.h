#pragma once

#include <string>

namespace facet {

/// While it lives, no other process (nor another lock of this one) has a lock on the folder. It is
/// a file `run.lock` in the folder that says who holds it; a process that dies holds it no more. It
/// moves with the folder when that is renamed.
class FolderLock {
 public:
  enum class WhereHeld { fail, wait };
  /// Where another one has it, throws Error that names the folder, host and process, or warns of
  /// that and waits, until this program is asked to end (see DeferredEnd), which is an Error. On a
  /// file system that knows no locks, warns that there is none.
  explicit FolderLock(const std::string& folder, WhereHeld where_held = WhereHeld::fail);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  /// Who has it, `process 4711 on rig`; empty: nobody.
  static std::string holder_of(const std::string& folder);
  /// Throws as the constructor does where another one has it; writes nothing.
  static void require_free(const std::string& folder);

 private:
  void close();

  int folder_ = -1, file_ = -1;
};

}  // namespace facet
