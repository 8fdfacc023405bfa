#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/run_record.h"
#include "framework/training/solver.h"

namespace facet {

/// A checkpoint is an npz file (see run_arrays.h) with the solver's whole state (Solver::state): a
/// run that goes on from it ends bit for bit as one that was not stopped, on the same machine with
/// the same libraries and number of compute threads.

void save_checkpoint(const RunFolder& folder, const Solver& solver);

/// Throws Error where the folder holds no run.
void require_begun(const RunFolder& folder);

/// Whether a run may go on as another training than it began (ChangedCircumstances::training).
enum class Changes { refused, accepted };

/// Brings `solver`, assembled from `config`, to where the run in `folder` stopped: to the
/// checkpoint, or to the first step where there is none. `now` is how it is to go on: its device
/// and its data are compared with the run.json beside the checkpoint, as are versions and plugins.
///
/// Returns what changed, here and where the run was resumed before, a line for each; to be kept as
/// RunRecord::changes. Throws Error where the folder holds no run, or one of another config (only
/// options that say so may differ, OptionInfo::may_change), and with all changes where they are
/// refused.
std::vector<std::string> resume(const RunFolder& folder, const RunConfig& config,
                                const Registry& registry, const RunRecord& now, Changes changes,
                                Solver& solver);

}  // namespace facet
