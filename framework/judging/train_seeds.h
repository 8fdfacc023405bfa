#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/figures/summary.h"
#include "framework/run/train.h"

namespace facet {

/// A config, trained with several seeds.
struct SeedRuns {
  std::vector<RunFolder> folders;      ///< of the runs; none follows one that was interrupted
  TrainOutcome outcome;                ///< of the last one
  std::vector<FigureSummary> summary;  ///< over all runs; empty where one was interrupted
  std::vector<std::string> failures;   ///< `seed 4: ...`, of those that could not be trained
  std::vector<std::string> warnings;   ///< of the judgements, each once
};

/// Trains `num_seeds` runs, of the config's seed and those after it, into `folder`/seed-N and
/// judges each by evaluate_run. Writes `folder`/seeds.json: the judgement of a run, with mean,
/// standard_deviation and values in the place of each number, beside failures and warnings.
/// `hooks_of_run` is called for each run. From checkpoints, a run that has not begun begins with
/// the first step. `folder` is refused or overwritten as that of a run is, see train. Where one run
/// fails the others are trained and judged all the same; where all fail, throws what the first one
/// did. Throws OptionsError or Error.
FACET_API SeedRuns train_seeds(const RunConfig& config, const std::string& folder,
                               std::int64_t num_seeds, Registry& registry,
                               const std::function<TrainHooks()>& hooks_of_run,
                               TrainFrom from = TrainFrom::first_step);

}  // namespace facet
