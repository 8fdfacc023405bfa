#pragma once

#include <memory>
#include <string>

#include "framework/ranks/ranks.h"
#include "framework/run/train.h"
#include "opened_config.h"

namespace facet {

/// `runs/NAME` after a file, or the first of `runs/NAME-2`, `runs/NAME-3`... that is free.
std::string new_folder(const std::string& file);

/// Shows on standard error how a run goes, on Ctrl-C ends it; without progress warnings
/// alone.
TrainHooks console_hooks(const RunConfig& config, bool progress);

/// Says on standard error how an interrupted run goes on; nothing of another one.
void tell_if_interrupted(const RunFolder& run, const TrainOutcome& outcome);

/// What a training tells, beside its warnings.
struct Told {
  bool progress = true;
  bool report = true;   ///< report.html, when it is done
  bool judged = false;  ///< the figures of evaluate, in the report and in metrics.json
};

/// `from`, or the first step where the folder has no run yet to go on with, which is told.
TrainFrom where_it_begins(const std::string& folder, TrainFrom from);

/// One training of the opened config into a folder, with console_hooks; at its end the report and
/// metrics.json are written. `ranks`: those that train together; the first one writes and tells.
TrainOutcome train_into(const std::string& folder, OpenedConfig& opened, TrainFrom from,
                        const Told& told,
                        const std::shared_ptr<Ranks>& ranks = std::make_shared<SingleRank>());

}  // namespace facet
