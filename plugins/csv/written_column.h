#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet::csv {

/// One column of a table that is written.
struct WrittenColumn {
  std::string name;
  std::function<void(std::int64_t row, std::string& line)> append;  ///< its cell to a line
};

/// Those of an array with one row for each of the table's, of one or two axes.
std::vector<WrittenColumn> written_columns(const FileArray& array);

/// A text in quotes.
std::string in_quotes(const std::string& text);

}  // namespace facet::csv
