#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/registry/registry.h"
#include "framework/sweeping/sweep_table.h"

namespace facet {

/// What a sweep comes to.
struct BestTrial {
  std::size_t trial = 0;
  FigureSummary validation;         ///< the figure that it was chosen by
  std::vector<FigureSummary> test;  ///< on the test part; empty where there is none
  std::vector<std::string> warnings;
};

/// Chooses the best trial of a sweep whose runs have ended, by validation alone, and judges its
/// runs on the test part. Writes metrics.json of the sweep, its last file: flat as that of a run,
/// with `trial`, and `validation ... mean`, `validation ... deviation` and all of `test ...` as
/// well. Throws Error where no trial can be chosen.
FACET_API BestTrial judge_best(const SweepFolder& folder, const SweepQuestion& question,
                               const SweepTable& table, Registry& registry);

}  // namespace facet
