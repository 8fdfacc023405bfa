#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace facet::matlab {

/// Letters as MATLAB has them. Throws Error, which continues the variable's name, for what is no
/// UTF-8.
std::u16string letters_of_utf8(const std::string& text);

/// Letters in UTF-8. Throws Error, which continues the variable's name, for what is no UTF-16.
std::string text_of(const std::u16string& letters);

/// A char array of so many rows, column after column, as a text a row in UTF-8; of several rows the
/// blanks at their ends are left out, which MATLAB fills them up with. Throws as text_of().
std::vector<std::string> text_rows(const std::u16string& letters, std::int64_t rows);

}  // namespace facet::matlab
