#pragma once

#include <string>
#include <vector>

#include "facet/writer.h"

namespace facet::csv {

/// Writes a table of text: a column for each array with one value a row, `NAME_0`, `NAME_1`, ...
/// for each with several. Numbers have as many digits as tell them apart in their type, text stands
/// in quotes, what is missing is NaN or empty. Leaves out what has other rows than the first array.
/// Throws Error that names the file.
std::vector<LeftOut> write_table(const std::string& path, const FileArrays& arrays, char separator);

}  // namespace facet::csv
