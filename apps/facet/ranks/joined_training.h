#pragma once

#include <functional>
#include <string>

#include "apps/facet/train_into.h"
#include "framework/parallel/launch.h"

namespace facet {

/// What is to be trained, into which folder.
struct PlannedTraining {
  OpenedConfig opened;
  std::string folder;
  TrainFrom from = TrainFrom::first_step;
};

/// Trains what `plan` gives together with the ranks that were started elsewhere. The first one
/// decides folder and first step, writes, tells, and alone calls `tell_done`; the others are
/// silent, but for what the first one does not tell as well. Returns one of exit_codes.h.
int train_joined(
    const Launch& launch, const std::function<PlannedTraining()>& plan, const Told& told,
    const std::function<void(const std::string& folder, const TrainOutcome&)>& tell_done);

}  // namespace facet
