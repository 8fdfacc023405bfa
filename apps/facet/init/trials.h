#pragma once

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// Fills in `trials`, where there are intervals that seem to be these, and the condition that
/// leaves out what lies between them, where units were recorded in them alone.
void choose_trials(Proposal& made, const FileArrays& arrays);

}  // namespace facet
