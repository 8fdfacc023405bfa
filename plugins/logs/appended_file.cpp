#include "appended_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "facet/error.h"

namespace facet::logs {

AppendedFile::AppendedFile(const std::string& path, Old old)
    : path_(path),
      file_(::open(path.c_str(),
                   O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (old == Old::emptied ? O_TRUNC : 0),
                   0644)) {
  if (file_ < 0) fail();
}

AppendedFile::~AppendedFile() {
  ::close(file_);
}

void AppendedFile::append(const std::string& bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t n = ::write(file_, bytes.data() + written, bytes.size() - written);
    if (n < 0 && errno != EINTR) fail();
    if (n > 0) written += static_cast<std::size_t>(n);
  }
}

void AppendedFile::fail() const {
  throw Error(path_ + ": cannot be written: " + std::strerror(errno));
}

}  // namespace facet::logs
