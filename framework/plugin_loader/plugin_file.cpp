#include "framework/plugin_loader/plugin_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "facet/error.h"
#include "framework/files/file_kind.h"

namespace facet {

namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

}  // namespace

PluginFile::PluginFile(const std::string& path) : path_(path) {
  namespace fs = std::filesystem;
  std::error_code error;
  real_path_ = fs::canonical(path, error);
  const fs::file_type type = error ? fs::file_type::none : fs::status(real_path_, error).type();
  if (!error && type != fs::file_type::regular)  // opening a pipe would wait for who writes to it
    throw Error("it is " + file_kind(type) + ", not a file");
  if (!error) {
    descriptor_ = ::open(real_path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) error = last_error();
  }
  if (error) throw Error("it cannot be opened: " + error.message());
}

PluginFile::~PluginFile() {
  ::close(descriptor_);
}

struct ::stat PluginFile::status() const {
  struct ::stat status {};
  if (::fstat(descriptor_, &status) != 0)
    throw Error("its owner and permissions cannot be read: " + last_error().message());
  return status;
}

std::size_t PluginFile::read(std::uint64_t from, char* to, std::size_t count) const {
  std::size_t done = 0;
  while (done < count) {
    const auto now =
        ::pread(descriptor_, to + done, count - done, static_cast<::off_t>(from + done));
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) throw Error("it cannot be read: " + last_error().message());
    if (now == 0) break;
    done += static_cast<std::size_t>(now);
  }
  return done;
}

bool same_file(const struct ::stat& a, const struct ::stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace facet
