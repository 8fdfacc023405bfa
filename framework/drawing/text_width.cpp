#include "framework/drawing/text_width.h"

namespace facet {

namespace {

constexpr double letter_width = 0.6;  // of one of size 1

/// Of UTF-8: other bytes go on with a letter.
bool begins_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

}  // namespace

double text_width(const std::string& text, double size) {
  double width = 0;
  for (const char byte : text) width += begins_letter(byte) ? letter_width * size : 0;
  return width;
}

std::string fitted(const std::string& text, double width, double size) {
  if (text_width(text, size) <= width) return text;
  auto room = static_cast<long>(width / (letter_width * size)) - 1;  // beside the ellipsis
  std::size_t end = 0;
  for (; end < text.size(); ++end)
    if (begins_letter(text[end]) && room-- <= 0) break;
  return text.substr(0, end) + "\u2026";
}

}  // namespace facet
