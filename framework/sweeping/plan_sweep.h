#pragma once

#include "facet/export.h"
#include "framework/registry/registry.h"
#include "framework/sweeping/sweep_folder.h"

namespace facet {

/// Writes the config of every run of a sweep, with all defaults filled in and all paths absolute,
/// and then the question. Where the folder has a sweep already, it must be the same: with
/// `goes_on` nothing of it is written but by what the best is chosen, without it is refused. With a
/// figure by which the best is chosen, the recordings are read to see that it will be there. Throws
/// Error that says what is another one, and OptionsError with what is wrong in a trial.
FACET_API void plan_sweep(const SweepFolder& folder, const SweepQuestion& question,
                          Registry& registry, bool goes_on);

}  // namespace facet
