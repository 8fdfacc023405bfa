#pragma once

#include "apps/facet/init/proposal.h"
#include "facet/recording.h"
#include "framework/registry/registry.h"

namespace facet {

/// Notes beside each file of which nothing is used what it lacks. `recording` is what the proposal
/// reads.
void note_unused(Proposal& made, const Recording& recording, Registry& registry);

}  // namespace facet
