#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace facet::matlab {

/// The bytes of a variable in a file of version 5, 6 or 7.
struct Mat5Element {
  std::uint64_t begin, size;
  bool compressed;
};

/// All of a file with the header of one. Throws Error where it is cut short.
std::vector<Mat5Element> whole_elements(const std::string& path);

/// Of a compressed element, by zlib: matio does not ask for it.
bool has_right_checksum(const std::string& path, const Mat5Element& element);

/// A variable of a class that only MATLAB reads, such as `string`.
struct OpaqueVariable {
  std::string name, matlab_class;
};

/// Those among the elements, of which matio says nothing.
std::vector<OpaqueVariable> opaque_variables(const std::string& path,
                                             const std::vector<Mat5Element>& elements);

}  // namespace facet::matlab
