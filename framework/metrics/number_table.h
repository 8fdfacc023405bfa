#pragma once

#include <optional>
#include <string>
#include <vector>

namespace facet {

/// Rows in aligned columns, two spaces apart: the first `num_text_columns` flush left, the others,
/// which hold numbers, flush right.
std::string number_table(const std::vector<std::vector<std::string>>& rows,
                         std::size_t num_text_columns);

/// A number with four digits after the point; empty where there is none.
std::string number_cell(const std::optional<double>& value);

}  // namespace facet
