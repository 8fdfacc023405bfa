#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

inline constexpr std::size_t all_columns = std::string::npos;

using TableRows = std::vector<std::vector<std::string>>;

/// Rows in aligned columns, two spaces apart, each line after `indent`: the first
/// `num_text_columns` flush left, the others, which hold numbers, flush right.
FACET_API std::string text_table(const TableRows& rows, std::size_t num_text_columns = all_columns,
                                 const std::string& indent = "");

/// With so many digits after the point, whatever the locale is.
FACET_API std::string digits(double value, int number);
/// `0.2500`, with four digits after the point.
FACET_API std::string four_digits(double value);
/// The same without the zeros at its end: `0.25`, `9`.
FACET_API std::string at_most_four_digits(double value);

}  // namespace facet
