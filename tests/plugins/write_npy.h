#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace facet {

/// As numpy.save writes it: `descr` `<f4`, `shape` `(40, 2)`.
template <class Number>
void write_npy(const std::string& path, const std::string& descr, const std::string& shape,
               const std::vector<Number>& numbers) {
  std::string header =
      "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
  header.resize(117, ' ');
  std::ofstream file(path, std::ios::binary);
  file << std::string("\x93NUMPY\x01\x00\x76\x00", 10) << header << '\n';
  file.write(reinterpret_cast<const char*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

}  // namespace facet
