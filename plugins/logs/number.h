#pragma once

#include <charconv>
#include <string>

namespace facet::logs {

/// With as many digits as give the same number again; `nan`, `inf`.
inline std::string exact_text(double value) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

}  // namespace facet::logs
