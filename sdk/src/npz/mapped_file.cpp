#include "mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "facet/error.h"

namespace facet {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw Error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace

MappedFile::MappedFile(const std::string& path) : path_(path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  struct stat status {};
  void* mapped = MAP_FAILED;
  const bool known = ::fstat(file, &status) == 0;
  if (known && S_ISDIR(status.st_mode)) errno = EISDIR;
  if (known && S_ISREG(status.st_mode)) {
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ > 0) mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  }
  const int error = errno;
  ::close(file);
  errno = error;
  if (known && S_ISREG(status.st_mode) && size_ == 0) throw Error(path + ": is empty");
  if (mapped == MAP_FAILED) fail(path);
  data_ = static_cast<const std::byte*>(mapped);
}

MappedFile::~MappedFile() {
  ::munmap(const_cast<std::byte*>(data_), size_);
}

}  // namespace facet
