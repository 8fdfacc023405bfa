#pragma once

#include <memory>
#include <vector>

#include "block_columns.h"
#include "facet/file_array.h"
#include "pickled_names.h"

namespace facet::hdf5::pandas {

/// Where a table that pandas wrote lies.
struct Place {
  std::string path;    ///< of the file
  std::string group;   ///< of the table in it
  std::string prefix;  ///< of the names of its arrays, `behavior.`; empty where it is the only one
};

/// One column of a table, its array named by all rows of names.
struct Column {
  Name name;
  FileArray array;
};

/// Columns of one block, or the reason why they cannot be read.
void add_columns(const Place& place, const std::vector<Name>& names,
                 const std::optional<Block>& block, const std::string& why_none,
                 std::vector<Column>& columns);

/// As the names stand in `order`; those that do not come last.
void sort_columns(std::vector<Column>& columns, const std::vector<Name>& order);

}  // namespace facet::hdf5::pandas
