#pragma once

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"
#include "framework/registry/registry.h"

// What a file does not say of its times, and the config says.
namespace facet {

/// What a file holds, with the times that its config gives it.
FileArrays arrays_in(const FileConfig& file, Registry& registry);

/// Says of tables of events which column has their times, and which one whose each is.
void give_events(Proposal& made, Registry& registry);

/// Gives a clock, or intervals, to other files whose columns are called so.
void give_times(Proposal& made, Registry& registry);

}  // namespace facet
