#pragma once

#include <charconv>
#include <string>

namespace facet {

/// `0.05`, `97`: at most three digits that count, for messages.
inline std::string short_number(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3);
  return {text, end.ptr};
}

}  // namespace facet
