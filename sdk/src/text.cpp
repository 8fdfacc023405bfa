#include "facet/text.h"

#include <charconv>

namespace facet {

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
  constexpr char digits[] = "0123456789abcdef";
  std::string shown;
  for (const char character : text) {
    const auto code = static_cast<unsigned char>(character);
    const bool obeyed = (code < 0x20 && character != '\n' && character != '\t') || code == 0x7f;
    if (obeyed)
      shown += {'\\', 'x', digits[code / 16], digits[code % 16]};
    else
      shown += character;
  }
  return shown;
}

std::string number_text(double value, int digits) {
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, digits);
  return {text, end.ptr};
}

}  // namespace facet
