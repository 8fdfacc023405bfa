#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet {

/// Columns that are called alike but for a number: `unit_0`, `unit_1`, ...
struct NumberedColumns {
  std::vector<std::string> names;  ///< of all of them, or one pattern: `unit_*`
  const FileArray* first;
  std::int64_t count;
};

/// Of as many rows each, at least four of them.
std::vector<NumberedColumns> numbered_columns(const FileArrays& arrays);

}  // namespace facet
