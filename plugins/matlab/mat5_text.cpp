#include "mat5_text.h"

#include <cstdint>

#include "facet/error.h"
#include "text_rows.h"

namespace facet::matlab {

namespace {

template <class Letter>
std::u16string letters_as(const matvar_t& variable) {
  const auto* begin = static_cast<const Letter*>(variable.data);
  return {begin, begin + variable.nbytes / sizeof(Letter)};
}

std::u16string letters_of(const matvar_t& variable) {
  switch (variable.data_type) {
    case MAT_T_UTF8:
      return letters_of_utf8({static_cast<const char*>(variable.data), variable.nbytes});
    case MAT_T_INT8:
    case MAT_T_UINT8: return letters_as<std::uint8_t>(variable);  // Latin-1
    case MAT_T_INT16:
    case MAT_T_UINT16:
    case MAT_T_UTF16: return letters_as<std::uint16_t>(variable);
    default: throw Error("is damaged: its text is of no type of letters");
  }
}

}  // namespace

std::vector<std::string> texts_of(const matvar_t& variable) {
  return text_rows(letters_of(variable), static_cast<std::int64_t>(variable.dims[0]));
}

std::string text_of(const matvar_t& variable) {
  return text_of(letters_of(variable));
}

}  // namespace facet::matlab
