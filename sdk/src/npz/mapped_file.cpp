#include "mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "facet/error.h"
#include "live_mappings.h"

namespace facet {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw Error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace

MappedFile::MappedFile(const std::string& path)
    : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) fail(path_);
  try {
    map();
  } catch (const Error&) {
    ::close(file_);
    throw;
  }
  add_live_mapping(*this);
}

void MappedFile::map() {
  struct stat status {};
  if (::fstat(file_, &status) != 0) fail(path_);
  if (S_ISDIR(status.st_mode)) errno = EISDIR;
  if (!S_ISREG(status.st_mode)) fail(path_);
  size_ = static_cast<std::size_t>(status.st_size);
  written_ = status.st_mtim;
  if (size_ == 0) throw Error(path_ + ": is empty");
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
  if (mapped == MAP_FAILED) fail(path_);
  data_ = static_cast<const std::byte*>(mapped);
}

MappedFile::~MappedFile() {
  remove_live_mapping(*this);
  ::munmap(const_cast<std::byte*>(data_), size_);
  ::close(file_);
}

void MappedFile::require_unchanged() const {
  struct stat now {};
  if (::fstat(file_, &now) != 0) fail(path_);
  const bool same = static_cast<std::size_t>(now.st_size) == size_ &&
                    now.st_mtim.tv_sec == written_.tv_sec &&
                    now.st_mtim.tv_nsec == written_.tv_nsec;
  if (!same)
    throw Error(path_ +
                ": was written to while it was in use: what was computed since then cannot be "
                "trusted. Write a new file beside it, and rename that to its name");
}

}  // namespace facet
