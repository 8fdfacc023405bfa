#include "facet/reader.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "facet/error.h"

namespace facet {

Reader::~Reader() = default;

void require_readable(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (file) file.peek();
  if (file.eof()) throw Error(path + ": is empty");
  if (!file) throw Error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace facet
