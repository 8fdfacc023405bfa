#pragma once

#include <memory>

#include "columns.h"
#include "facet/reader.h"

namespace facet::csv {

/// The arrays of a DeepLabCut table: of each part its coordinates, frames x 2 or 3, NaN where its
/// likelihood is below `likelihood`, and its likelihood, frames.
FileArrays list_pose(const std::shared_ptr<Columns>& columns, double likelihood);

}  // namespace facet::csv
