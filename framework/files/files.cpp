#include "framework/files/files.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "facet/atomic_file.h"
#include "facet/error.h"

namespace facet {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw Error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace

void write_text(const std::string& path, const std::string& text) {
  AtomicFile file(path);
  file.write(text);
  file.finish();
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (file.bad()) fail(path);
  return text.str();
}

}  // namespace facet
