#pragma once

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// What becomes of missing values in signals of samples: short holes are filled; where rows are
/// bins, what cannot be filled is left out by epochs.
void choose_for_missing(Proposal& made, const FileArrays& arrays);

}  // namespace facet
