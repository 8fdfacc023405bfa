#pragma once

#include "facet/export.h"
#include "framework/sweeping/sweep_folder.h"

namespace facet {

/// Writes `sweep.sbatch` of a sweep that is planned: a job of Slurm with a task for each run, at
/// most `jobs` of them at once. A task ends saved before its time is up, and is queued again.
FACET_API void write_slurm_script(const SweepFolder& folder, const SweepQuestion& question,
                                  std::int64_t jobs);

}  // namespace facet
