#include "framework/files/plain_name.h"

#include <algorithm>
#include <cstdint>

#include "facet/error.h"

namespace facet {

namespace {

bool is_control(unsigned char c) {
  return c < 0x20 || c == 0x7f;
}

/// How many bytes the UTF-8 character at the beginning of `text` has; 0: it is none.
std::size_t utf8_size(const unsigned char* text, std::size_t size) {
  const unsigned char first = text[0];
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || size < length) return 0;
  std::uint32_t code = first & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((text[i] & 0xc0) != 0x80) return 0;
    code = code << 6 | (text[i] & 0x3fU);
  }
  constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  return code < smallest[length] || surrogate || code > 0x10ffff ? 0 : length;
}

/// What is wrong in a text; empty: nothing. What cannot be shown becomes a question mark.
std::string find_fault(std::string& text) {
  std::string fault;
  for (std::size_t at = 0; at < text.size();) {
    const auto* here = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const std::size_t size = utf8_size(here, text.size() - at);
    if (size == 1 && is_control(*here)) fault = "a line break or another control character";
    if (size == 0 && fault.empty()) fault = "bytes that are not UTF-8";
    if (size == 0 || is_control(*here)) text[at] = '?';
    at += std::max<std::size_t>(size, 1);
  }
  return fault;
}

}  // namespace

void require_plain_name(const std::string& path) {
  std::string shown = path;
  const std::string fault = find_fault(shown);
  if (!fault.empty())
    throw Error(shown + ": its name has " + fault +
                ", which a config of a run cannot hold: rename it");
}

}  // namespace facet
