#pragma once

#include <string>
#include <vector>

#include "../dataset.h"

namespace facet::nwb {

/// Whether a column refers to groups that say where they lie, as `electrode_group` does.
bool refers_to_locations(const hdf5::Dataset& column);

/// The location of each row's group, empty where it says none.
std::vector<std::string> read_locations(const hdf5::Dataset& column);

}  // namespace facet::nwb
