#pragma once

#include <string>

#include "facet/file_array.h"
#include "planes.h"

namespace facet::suite2p {

/// `name`.npy (iscell, redcell) is cells x 2: whether a cell is one, and how probable that is.
/// Gives the arrays `name`, bool, and `name`_probability, float64. Where a plane has none, or has
/// it damaged or in another shape, both are unreadable; what no plane has is not listed.
FileArrays list_cell_flags(const Planes& planes, const std::string& name);

}  // namespace facet::suite2p
