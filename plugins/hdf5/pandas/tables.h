#pragma once

#include <hdf5.h>

#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet::hdf5::pandas {

/// Whether a group is a table that pandas' to_hdf wrote, of a kind that is read here.
bool is_table(hid_t group);

/// The columns of these tables, by their names; where there are several tables behind the table's
/// path, `behavior.speed`. Of DeepLabCut's tables (list_pose) the parts.
FileArrays list_tables(const std::string& path, hid_t file, const std::vector<std::string>& groups,
                       double likelihood);

}  // namespace facet::hdf5::pandas
