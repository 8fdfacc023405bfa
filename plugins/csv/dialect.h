#pragma once

#include <string>
#include <vector>

#include "header.h"

namespace facet::csv {

/// How a file begins, cut at the separator that it seems to have.
struct Beginning {
  char separator = ',';
  std::vector<Row> rows;  ///< ten, or all that there are
};

/// Of tab, `;` and `,` the one with which the first ten rows have as many cells each, and the most
/// numbers; blanks where there is none. Throws Error that names the file.
Beginning read_beginning(const std::string& path);

}  // namespace facet::csv
