#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace facet::csv {

using Row = std::vector<std::string>;

/// What a column of a DeepLabCut table is.
struct PoseColumn {
  std::string part;        ///< `nose`, or `mouse1.nose`; empty: the number of the frame
  std::string coordinate;  ///< `x`, `y`, `z` or `likelihood`
};

/// The rows that name the columns.
struct Header {
  std::int64_t num_rows = 1;
  std::vector<std::string> names;  ///< one for each column
  std::vector<PoseColumn> pose;    ///< the same of a DeepLabCut table; empty of others
  bool index_added = false;        ///< the first row has one name less than there are columns
};

/// Whether rows have one cell more than there are names: that of R's row names. `x`, then `0,5`, is
/// rather a decimal comma.
bool has_row_names(const Row& names, const Row& values, char separator);

/// From the first rows of a file, those with values among them. Throws Error, which does not name
/// the file.
Header read_header(const std::vector<Row>& first_rows, char separator);

/// `row 3 has 1 cells, the first row names 2 columns: ...`
std::string wrong_row(std::int64_t row, std::size_t num_cells, const Header& header);

}  // namespace facet::csv
