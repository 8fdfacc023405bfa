#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace facet {

/// A file of tests/sdk/files; numpy wrote them.
inline std::string numpy_file(const std::string& name) {
  return std::string(NUMPY_FILES) + "/" + name;
}

inline std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace facet
