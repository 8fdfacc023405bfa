#pragma once

#include <string>

#include "framework/run/train.h"
#include "opened_config.h"

namespace facet {

/// `runs/NAME` after a file, or the first of `runs/NAME-2`, `runs/NAME-3`... that is free.
std::string new_folder(const std::string& file);

/// Shows on standard error how a run goes, on Ctrl-C ends it; `quiet`: warnings alone.
TrainHooks console_hooks(const RunConfig& config, bool quiet);

/// Says on standard error how an interrupted run goes on; nothing of another one.
void tell_if_interrupted(const RunFolder& run, const TrainOutcome& outcome);

/// One training of the opened config into a folder, with console_hooks; at its end metrics.json is
/// written, `judges`: with the figures of evaluate. Where the folder has no run yet, it begins with
/// the first step.
TrainOutcome train_into(const std::string& folder, OpenedConfig& opened, TrainFrom from, bool quiet,
                        bool judges = false);

}  // namespace facet
