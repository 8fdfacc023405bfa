#pragma once

#include "framework/run/train.h"
#include "framework/run_folder/run_place.h"

namespace facet {

/// What a training does with the run that is in its folder.
inline OldRun old_run(TrainFrom from) {
  if (from == TrainFrom::overwriting) return OldRun::replaced;
  return resumes(from) ? OldRun::goes_on : OldRun::refused;
}

}  // namespace facet
