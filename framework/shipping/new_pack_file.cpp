#include "framework/shipping/new_pack_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "facet/error.h"
#include "framework/processes/deferred_end.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The folders between `folder` and the file of this name.
void make_folders(const fs::path& folder, const fs::path& name) {
  fs::path made = folder;
  for (const fs::path& part : name.parent_path()) {
    made /= part;
    if (::mkdir(made.c_str(), 0755) != 0 && errno != EEXIST)
      throw Error(name.string() + ": cannot be written: " + std::strerror(errno));
    ::chmod(made.c_str(), 0755);
  }
}

}  // namespace

NewPackFile::NewPackFile(const std::string& folder, const std::string& name) : name_(name) {
  make_folders(folder, name);
  const std::string path = folder + "/" + name;
  file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (file_ < 0 || ::fchmod(file_, 0644) != 0) fail();
}

NewPackFile::~NewPackFile() {
  if (file_ >= 0) ::close(file_);
}

void NewPackFile::write(const void* data, std::uint64_t size) {
  DeferredEnd::throw_if_asked_for();
  const char* bytes = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t written = ::write(file_, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail();
    bytes += written;
    size -= static_cast<std::uint64_t>(written);
  }
}

void NewPackFile::fail() const {
  throw Error(name_ + ": cannot be written: " + std::strerror(errno));
}

}  // namespace facet
