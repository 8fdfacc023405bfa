#include "facet/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "facet/error.h"

namespace facet {

AtomicFile::AtomicFile(const std::string& path) : path_(path), temporary_(path + ".new") {
  // A device or a pipe would be replaced by a file.
  struct stat there {};
  if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode))
    throw Error(path + ": cannot be written: it is a folder, a device or a pipe, not a file");
  file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file_ < 0) fail();
}

AtomicFile::~AtomicFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(temporary_.c_str());
}

void AtomicFile::write(const void* data, std::uint64_t size) {
  const auto* bytes = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t n = ::write(file_, bytes, std::min<std::uint64_t>(size, 1 << 30));
    if (n < 0 && errno != EINTR) fail();
    if (n < 0) continue;
    bytes += n;
    size -= static_cast<std::uint64_t>(n);
    written_ += static_cast<std::uint64_t>(n);
  }
}

void AtomicFile::finish() {
  if (::fsync(file_) != 0 || std::rename(temporary_.c_str(), path_.c_str()) != 0) fail();
  ::close(file_);
  file_ = -1;
}

void AtomicFile::fail() const {
  throw Error(path_ + ": cannot be written: " + std::strerror(errno));
}

}  // namespace facet
