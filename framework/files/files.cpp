#include "framework/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "facet/atomic_file.h"
#include "facet/error.h"

namespace facet {

namespace {

class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (file_ < 0) fail(std::strerror(errno));
  }
  ~OpenFile() { ::close(file_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  void require_regular() const {
    struct stat status {};
    if (::fstat(file_, &status) != 0) fail(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) fail("it is a folder, not a file");
    if (!S_ISREG(status.st_mode)) fail("it is a device or a pipe, not a file");
  }

  std::string read() const {
    std::string text;
    std::array<char, 1 << 16> piece;
    for (;;) {
      const ssize_t size = ::read(file_, piece.data(), piece.size());
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) fail(std::strerror(errno));
      if (size == 0) return text;
      text.append(piece.data(), static_cast<std::size_t>(size));
    }
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw Error(path_ + ": cannot be read: " + why);
  }

  std::string path_;
  int file_;
};

}  // namespace

void write_text(const std::string& path, const std::string& text) {
  AtomicFile file(path);
  file.write(text);
  file.finish();
}

std::string read_text(const std::string& path) {
  const OpenFile file(path);
  file.require_regular();
  return file.read();
}

bool path_exists(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return true;
  if (errno == ENOENT || errno == ENOTDIR) return false;
  throw Error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace facet
