#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet::phy {

/// The columns of a folder's cluster_*.tsv and cluster_*.csv, with a row for each cluster of `ids`.
/// cluster_info gives those that no other table has. A `group` that nobody gave a cluster is
/// `unsorted`; who reads it is told of how many. Tables that cannot be read are unreadable arrays.
FileArrays list_cluster_tables(const std::string& folder, const std::vector<std::int64_t>& ids);

}  // namespace facet::phy
