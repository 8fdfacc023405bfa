#pragma once

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"
#include "framework/training/solver.h"

namespace facet {

/// A checkpoint is an npz file with the solver's whole state (Solver::state): a
/// run that goes on from it ends bit for bit as one that was not stopped, on the same machine with
/// the same libraries and number of compute threads.

void save_checkpoint(const RunFolder& folder, const Solver& solver);

/// Brings `solver`, assembled from `config`, to where the run in `folder` stopped: to the
/// checkpoint, or to the first step where there is none. Throws Error where the folder holds no
/// run, or one of another config; only options that say so may differ (OptionInfo::may_change).
void resume(const RunFolder& folder, const RunConfig& config, const Registry& registry,
            Solver& solver);

}  // namespace facet
