#pragma once

#include "frame.h"

namespace facet::hdf5::pandas {

/// The arrays of a DeepLabCut table: of each part its coordinates, frames x 2 or 3, NaN where its
/// likelihood is below `likelihood`, and its likelihood, frames. Columns have names of three rows
/// (network, part, coordinate) or four (with the animal); others, the frame's number, are left out.
FileArrays list_pose(const Place& place, const std::vector<Column>& columns, double likelihood);

}  // namespace facet::hdf5::pandas
