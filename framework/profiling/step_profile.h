#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/profiling/timed_operation.h"

namespace facet {

/// What a step spends with one thing, on average; without what lies within it and has a time of its
/// own.
struct StepCost {
  std::string name;
  double calls = 0;
  double milliseconds = 0;
};

/// Where the time of a training step goes, in the training thread.
struct StepProfile {
  std::int64_t num_steps = 0;  ///< that were averaged
  double milliseconds = 0;     ///< of a step
  /// The step's parts in their order, and last what is in none of them; they add up to the step. A
  /// part is whatever is marked with RECORD_USER_SCOPE, also in a plugin.
  std::vector<StepCost> parts;
  /// The operations of libtorch, the costliest first, and for each part what is in no operation,
  /// such as the kernels of a plugin; they add up to the step, too.
  std::vector<StepCost> operations;
  double drawing_milliseconds = 0;  ///< for the batches of a step, in other threads beside it
};

/// Of operations in the order in which they ended, without the first steps. Throws Error where no
/// step is left.
FACET_API StepProfile step_profile(const std::vector<TimedOperation>& operations,
                                   std::int64_t warm_up_steps);

}  // namespace facet
