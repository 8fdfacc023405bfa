#include "framework/run/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "facet/error.h"

namespace facet {

namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw Error(path + ": cannot be " + what + ": " + std::strerror(errno));
}

}  // namespace

void write_text(const std::string& path, const std::string& text) {
  const std::string temporary = path + ".new";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail(path, "written");
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t n = ::write(file, text.data() + written, text.size() - written);
    if (n < 0) break;
    written += static_cast<std::size_t>(n);
  }
  const bool whole = written == text.size() && ::fsync(file) == 0;
  if (::close(file) != 0 || !whole || std::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary.c_str());
    errno = error;
    fail(path, "written");
  }
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(path, "read");
  std::ostringstream text;
  text << file.rdbuf();
  if (file.bad()) fail(path, "read");
  return text.str();
}

}  // namespace facet
