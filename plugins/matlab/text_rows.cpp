#include "text_rows.h"

#include <iconv.h>

#include <cstring>
#include <memory>

#include "facet/error.h"

namespace facet::matlab {

namespace {

constexpr const char* utf16 = "UTF-16LE";  // Facet runs where this is the machine's order

std::string converted(std::string bytes, const char* from, const char* to) {
  const std::unique_ptr<void, int (*)(iconv_t)> conversion(iconv_open(to, from), iconv_close);
  std::string result(2 * bytes.size() + 4, '\0');
  char *in = bytes.data(), *out = result.data();
  std::size_t in_left = bytes.size(), out_left = result.size();
  if (iconv(conversion.get(), &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1))
    throw Error("is damaged: its text is not in " + std::string(from));
  result.resize(result.size() - out_left);
  return result;
}

std::u16string row_of(const std::u16string& letters, std::size_t row, std::size_t rows) {
  std::u16string text;
  for (std::size_t at = row; at < letters.size(); at += rows) text.push_back(letters[at]);
  return text.substr(0, text.find_last_not_of(u' ') + 1);
}

}  // namespace

std::string text_of(const std::u16string& letters) {
  const auto* bytes = reinterpret_cast<const char*>(letters.data());
  return converted({bytes, 2 * letters.size()}, utf16, "UTF-8");
}

std::u16string letters_of_utf8(const std::string& text) {
  const std::string bytes = converted(text, "UTF-8", utf16);
  std::u16string letters(bytes.size() / 2, u'\0');
  std::memcpy(letters.data(), bytes.data(), bytes.size());
  return letters;
}

std::vector<std::string> text_rows(const std::u16string& letters, std::int64_t rows) {
  if (rows == 1) return {text_of(letters)};
  const auto count = static_cast<std::size_t>(rows);
  if (rows < 1 || letters.size() % count != 0)
    throw Error("is damaged: its rows of text have different lengths");
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < count; ++row)
    texts.push_back(text_of(row_of(letters, row, count)));
  return texts;
}

}  // namespace facet::matlab
