#include "npy_text.h"

#include <c10/util/accumulate.h>

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "facet/error.h"

namespace facet {

namespace {

using Characters = boost::locale::utf::utf_traits<char>;

constexpr std::size_t character_size = 4;

[[noreturn]] void damaged() {
  throw Error("is damaged: it holds what is no character");
}

std::uint32_t character_at(const std::byte* at, bool swapped) {
  std::uint32_t character;
  std::memcpy(&character, at, character_size);
  return swapped ? __builtin_bswap32(character) : character;
}

std::string text_of_characters(std::span<const std::byte> entry, bool swapped) {
  std::string text;
  for (std::size_t at = 0; at + character_size <= entry.size(); at += character_size) {
    const std::uint32_t character = character_at(&entry[at], swapped);
    if (!boost::locale::utf::is_valid_codepoint(character)) damaged();
    Characters::encode(character, std::back_inserter(text));
  }
  return text;
}

/// The characters of a text in UTF-8. Throws Error where it is not.
std::vector<std::uint32_t> characters_of(const std::string& text) {
  std::vector<std::uint32_t> characters;
  for (auto at = text.begin(); at != text.end();) {
    characters.push_back(Characters::decode(at, text.end()));
    if (!boost::locale::utf::is_valid_codepoint(characters.back()))
      throw Error("holds bytes that are not UTF-8: save it by x.astype(str)");
  }
  return characters;
}

std::string text_of_bytes(std::span<const std::byte> entry) {
  std::string text(reinterpret_cast<const char*>(entry.data()), entry.size());
  characters_of(text);
  return text;
}

}  // namespace

TextValues parse_npy_text(std::span<const std::byte> npy, const NpyHeader& header) {
  require_size(header, npy.size());
  const auto rows = static_cast<std::size_t>(c10::multiply_integers(header.shape));
  std::vector<std::string> texts;
  texts.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto entry = npy.subspan(header.size + row * header.stored_size, header.stored_size);
    std::string text = header.text == NpyText::characters
                           ? text_of_characters(entry, header.swapped)
                           : text_of_bytes(entry);
    text.resize(text.find_last_not_of('\0') + 1);
    texts.push_back(std::move(text));
  }
  return TextValues::of(texts);
}

std::string npy_of_text(const TextValues& text) {
  std::vector<std::vector<std::uint32_t>> classes;
  std::size_t longest = 1;
  for (const std::string& own : text.classes) {
    classes.push_back(characters_of(own));
    longest = std::max(longest, classes.back().size());
  }
  std::string npy = npy_header("<U" + std::to_string(longest), text.codes.sizes());
  for (const std::int64_t code :
       std::vector<std::int64_t>(text.codes.data_ptr<std::int64_t>(),
                                 text.codes.data_ptr<std::int64_t>() + text.codes.numel())) {
    std::vector<std::uint32_t> entry =
        code < 0 ? std::vector<std::uint32_t>() : classes.at(static_cast<std::size_t>(code));
    entry.resize(longest);
    npy.append(reinterpret_cast<const char*>(entry.data()), longest * character_size);
  }
  return npy;
}

}  // namespace facet
