#pragma once

#include <string>
#include <vector>

#include "framework/figures/figure.h"
#include "framework/figures/text_table.h"

namespace facet {

/// A column of a table of figures.
struct FigureColumn {
  std::string heading;
  /// How paths go on from where the row stands; shown is the first of them that there is.
  std::vector<std::string> paths;
  std::string section = "";  ///< of another section than the table's
  std::string (*text)(double) = four_digits;
};

/// A row for each thing that the figures of a section are of, and the columns that are told of it.
/// A path is read in three parts, `decoding` | `facet` 0:4, `label` position | `r2`: the names
/// before the first step that is of something are the section, the steps that follow and are of
/// something are the row and its first columns. Rows that have no figure are left out; the text is
/// empty where none is left.
std::string table_of_rows(const Figures& figures, const std::string& section,
                          const std::vector<FigureColumn>& columns);

/// A matrix: a row for each step before the last, a column for each last one. `corner` stands above
/// the rows.
std::string table_of_matrix(const Figures& figures, const std::string& corner);

}  // namespace facet
