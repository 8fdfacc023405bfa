#pragma once

#include <cstdint>
#include <vector>

#include "facet/export.h"
#include "framework/assembly/assembly.h"
#include "framework/profiling/timed_operation.h"

namespace facet {

/// Trains the first `num_steps` of a run, with the run's number of compute threads, and gives what
/// libtorch did meanwhile, in the order in which it ended; see step_profile. Nothing is validated,
/// watched or written. Throws Error where the training does, or where the run is not so long.
FACET_API std::vector<TimedOperation> profile_training(Assembly& assembly, std::int64_t num_steps);

}  // namespace facet
