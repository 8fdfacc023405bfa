#include "facet/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace facet {

namespace {

/// Of a whole UTF-8 character: the second row of them has two bytes.
bool is_control(const unsigned char* character) {
  return character[0] < 0x20 || character[0] == 0x7f ||
         (character[0] == 0xc2 && character[1] < 0xa0);
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

/// Marks and overrides by which a terminal shows what follows from right to left.
bool turns_direction(const std::string& character) {
  const auto between = [&](const char* first, const char* last) {
    return character >= first && character <= last;
  };
  return character == "\u061c" || between("\u200e", "\u200f") || between("\u202a", "\u202e") ||
         between("\u2066", "\u2069");
}

std::string escaped(unsigned char byte) {
  constexpr char digits[] = "0123456789abcdef";
  return {'\\', 'x', digits[byte / 16], digits[byte % 16]};
}

}  // namespace

std::string join(const std::vector<std::string>& items, const std::string& between) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) text += (i > 0 ? between : "") + items[i];
  return text;
}

std::string quoted(const std::vector<std::string>& names, const std::string& between) {
  return names.empty() ? "" : "'" + join(names, "'" + between + "'") + "'";
}

std::string shape_text(c10::ArrayRef<std::int64_t> sizes) {
  std::vector<std::string> numbers;
  for (const std::int64_t size : sizes) numbers.push_back(std::to_string(size));
  return numbers.empty() ? "a single value" : join(numbers, " x ");
}

std::string printable(const std::string& text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto* here = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const std::size_t size = std::max<std::size_t>(utf8_size(here, text.size() - at), 1);
    const bool stays = *here == '\n' || *here == '\t';
    const bool obeyed = !stays && (is_control(here) || turns_direction(text.substr(at, size)));
    for (std::size_t i = 0; i < size; ++i)
      shown += obeyed ? escaped(here[i]) : std::string(1, text[at + i]);
    at += size;
  }
  return shown;
}

std::string make_plain(std::string& text) {
  std::string fault;
  for (std::size_t at = 0; at < text.size();) {
    const auto* here = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const std::size_t size = utf8_size(here, text.size() - at);
    const bool control = size > 0 && is_control(here);
    if (control) fault = "a line break or another control character";
    if (size == 0 && fault.empty()) fault = "bytes that are not UTF-8";
    if (size == 0 || control) text.replace(at, std::max<std::size_t>(size, 1), 1, '?');
    at += control ? 1 : std::max<std::size_t>(size, 1);
  }
  return fault;
}

std::string number_text(double value, int digits) {
  if (std::isnan(value)) return "nan";  // whatever its sign
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, digits);
  return {text, end.ptr};
}

}  // namespace facet
