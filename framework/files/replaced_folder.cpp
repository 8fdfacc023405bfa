#include "framework/files/replaced_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "facet/error.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_be_replaced(const std::string& path) {
  throw Error(path + ": cannot be replaced: " + std::strerror(errno));
}

void rename_or_fail(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) cannot_be_replaced(to);
}

/// `/runs/.mine.new` of `/runs/mine`
std::string beside(const fs::path& place, const char* what) {
  return place.parent_path() / ("." + place.filename().string() + what);
}

/// Puts `fresh` at `place`, and what was there at `old`.
void exchange(const std::string& fresh, const std::string& place, const std::string& old) {
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) {
    rename_or_fail(fresh, old);
    return;
  }
  if (errno != EINVAL && errno != ENOSYS) cannot_be_replaced(place);
  rename_or_fail(place, old);  // of a file system that can do no better
  rename_or_fail(fresh, place);
}

/// What a process left that was killed. A user's own folder is none: it has no lock in it.
void remove_leftover(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(fs::symlink_status(path, error)) && !fs::is_empty(path, error) &&
      !fs::exists(path + "/run.lock", error))
    throw Error(path + ": is in the way: move it");
  if (fs::remove_all(path, error); error)
    throw Error(path + ": cannot be removed: " + error.message());
}

}  // namespace

ReplacedFolder::ReplacedFolder(const std::string& path)
    : place_(fs::canonical(path)), new_(beside(place_, ".new")), old_(beside(place_, ".old")) {
  remove_leftover(new_);
  remove_leftover(old_);
  std::error_code error;
  if (!fs::create_directory(new_, error))
    throw Error(new_ + ": cannot be made: " + error.message());
}

ReplacedFolder::~ReplacedFolder() {
  std::error_code ignored;
  fs::remove_all(new_, ignored);  // of a link the link alone
}

void ReplacedFolder::take_the_place() {
  exchange(new_, place_, old_);
  if (::symlink(fs::path(place_).filename().c_str(), new_.c_str()) != 0) cannot_be_replaced(new_);
  std::error_code error;
  if (fs::remove_all(old_, error); error)
    throw Error(old_ + ": cannot be removed: " + error.message());
}

}  // namespace facet
