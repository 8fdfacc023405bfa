#pragma once

#include <string>
#include <vector>

namespace facet::phy {

using Cells = std::vector<std::string>;

/// A table of phy: cells separated by tabs, or by commas where the first row has no tab.
struct TableFile {
  std::string name;         ///< of the file, without its folder
  Cells columns;            ///< the first row
  std::vector<Cells> rows;  ///< the others, as long as the first one
};

/// All of it. Throws Error that names the file, without its folder, and the row.
TableFile read_table(const std::string& path);

}  // namespace facet::phy
