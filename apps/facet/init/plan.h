#pragma once

#include "apps/facet/init/proposal.h"
#include "facet/recording.h"

namespace facet {

/// Fills in what can be trained on the bins that the proposal selects. Throws Error where there are
/// too few.
void plan_training(Proposal& made, const Recording& recording);

}  // namespace facet
