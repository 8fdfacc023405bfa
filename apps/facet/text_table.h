#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace facet {

/// Writes rows in aligned columns, two spaces apart, each line after `indent`. The last column is
/// not padded.
void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows,
                 const std::string& indent = "");

}  // namespace facet
