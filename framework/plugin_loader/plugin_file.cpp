#include "framework/plugin_loader/plugin_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "facet/error.h"

namespace facet {

namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

}  // namespace

PluginFile::PluginFile(const std::string& path) : path_(path) {
  std::error_code error;
  real_path_ = std::filesystem::canonical(path, error);
  if (!error) {
    descriptor_ = ::open(real_path_.c_str(), O_RDONLY | O_CLOEXEC);
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

bool same_file(const struct ::stat& a, const struct ::stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace facet
