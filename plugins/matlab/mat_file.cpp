#include "mat_file.h"

#include <array>
#include <cstdint>
#include <fstream>

#include "../hdf5/handle.h"
#include "facet/error.h"

namespace facet::matlab {

namespace {

/// In a file of version 5 one element follows the other: 8 bytes that say its size, then itself.
/// matio takes one that is cut short for the end of the file.
void require_whole_elements(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::uint64_t>(file.tellg());
  std::array<char, 2> order{};
  file.seekg(126);
  file.read(order.data(), order.size());
  const bool swapped = order == std::array<char, 2>{'M', 'I'};
  std::uint64_t at = 128;
  while (at < size) {
    std::array<unsigned char, 8> tag{};
    file.seekg(static_cast<std::streamoff>(at));
    file.read(reinterpret_cast<char*>(tag.data()), tag.size());
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 4; ++i)
      bytes |= std::uint64_t{tag[swapped ? 7 - i : 4 + i]} << (8 * i);
    at += 8 + bytes;
    if (!file || at > size) throw Error(path + ": is truncated");
  }
}

/// A file of version 7.3 is an HDF5 file; matio opens one that is cut short as if it were empty.
void require_whole_hdf5(const std::string& path) {
  if (H5Fis_hdf5(path.c_str()) <= 0) return;
  const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  if (file < 0) throw Error(path + ": cannot be read: " + hdf5::last_error());
}

mat_t* open_mat(const std::string& path) {
  require_whole_hdf5(path);
  return Mat_Open(path.c_str(), MAT_ACC_RDONLY);
}

}  // namespace

MatFile::MatFile(const std::string& path) : path_(path), file_(open_mat(path), Mat_Close) {
  if (!file_) throw Error(path + ": is not a whole MAT file: it is damaged or of another format");
  if (Mat_GetVersion(file_.get()) == MAT_FT_MAT5) require_whole_elements(path);
}

std::vector<std::string> MatFile::names() const {
  std::size_t count = 0;
  const auto* names = Mat_GetDir(file_.get(), &count);
  return names ? std::vector<std::string>(names, names + count) : std::vector<std::string>();
}

Variable MatFile::read(const std::string& name) const {
  Variable variable(Mat_VarRead(file_.get(), name.c_str()), Mat_VarFree);
  if (!variable) throw Error(path_ + ": '" + name + "' cannot be read: it is damaged");
  return variable;
}

}  // namespace facet::matlab
