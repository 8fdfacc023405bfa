#pragma once

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace facet::csv {

/// The text of a file, piece by piece, without its byte order mark.
class Pieces {
 public:
  explicit Pieces(const std::string& path) : file_(path, std::ios::binary) {}

  /// Empty: there are no more. Throws Error, which does not name the file, where it is no UTF-8 or
  /// cannot be read.
  std::string_view next();

 private:
  std::ifstream file_;
  std::array<char, 65536> bytes_;
  bool first_ = true;
};

}  // namespace facet::csv
