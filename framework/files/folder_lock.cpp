#include "framework/files/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/processes/deferred_end.h"

namespace facet {

namespace {

constexpr const char* lock_name = "run.lock";

[[noreturn]] void fail(const std::string& folder) {
  throw Error(folder + ": cannot be written: " + std::strerror(errno));
}

/// `process 4711 on rig`
std::string this_process() {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  return "process " + std::to_string(::getpid()) + " on " + host.data();
}

std::string holder(int file) {
  std::array<char, 512> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "another process";
}

[[noreturn]] void in_use(const std::string& folder, const std::string& by) {
  throw Error(folder + ": is in use by " + by +
              ": wait until that has ended, or use another folder");
}

/// Whether `file` is still what the folder has under that name: whoever had the lock before may
/// have removed it.
bool is_current(int folder, int file) {
  struct stat own {
  }, there{};
  return ::fstat(file, &own) == 0 && ::fstatat(folder, lock_name, &there, 0) == 0 &&
         own.st_ino == there.st_ino && own.st_dev == there.st_dev;
}

int lock(int file, int how) {
  int result = 0;
  do result = ::flock(file, how);
  while (result != 0 && errno == EINTR);
  return result;
}

/// Looks again and again, since an end may be asked for meanwhile.
int wait_for_lock(int file) {
  int result = 0;
  while ((result = lock(file, LOCK_EX | LOCK_NB)) != 0 && errno == EWOULDBLOCK) {
    DeferredEnd::throw_if_asked_for();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return result;
}

void write_holder(const std::string& folder, int file) {
  const std::string text = this_process();
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, text.data(), text.size(), 0) < 0) fail(folder);
}

}  // namespace

FolderLock::FolderLock(const std::string& folder, WhereHeld where_held) {
  folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) fail(folder);
  try {
    do {
      if (file_ >= 0) ::close(file_);
      file_ = ::openat(folder_, lock_name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
      if (file_ < 0) fail(folder);
      if (lock(file_, LOCK_EX | LOCK_NB) == 0) continue;
      if (errno == EWOULDBLOCK) {
        if (where_held == WhereHeld::fail) in_use(folder, holder(file_));
        warn(folder + ": is in use by " + holder(file_) + ": waiting until that has ended");
        if (wait_for_lock(file_) == 0) continue;
      }
      warn(folder + ": cannot be locked (" + std::strerror(errno) +
           "): see to it that no other process writes into it");
    } while (!is_current(folder_, file_));
    write_holder(folder, file_);
  } catch (...) {
    close();
    throw;
  }
}

FolderLock::~FolderLock() {
  ::unlinkat(folder_, lock_name, 0);
  close();
}

void FolderLock::close() {
  if (file_ >= 0) ::close(file_);
  ::close(folder_);
}

std::string FolderLock::holder_of(const std::string& folder) {
  const int file = ::open((folder + "/" + lock_name).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return {};
  const bool free = lock(file, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK;
  const std::string by = free ? "" : holder(file);
  ::close(file);
  return by;
}

void FolderLock::require_free(const std::string& folder) {
  if (const std::string by = holder_of(folder); !by.empty()) in_use(folder, by);
}

}  // namespace facet
