#pragma once

#include <string>

#include "facet/file_array.h"
#include "table_file.h"

namespace facet::phy {

/// A column of a table as an array, of which `cells` are the rows, one for each cluster; empty
/// where the table has none. int64 where all are integers, float64 where all are numbers or empty,
/// else text. Unreadable where it is no UTF-8.
FileArray cluster_column(const std::string& name, const Cells& cells);

}  // namespace facet::phy
