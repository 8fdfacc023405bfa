#pragma once

#include <string>

#include "framework/run/train.h"
#include "opened_config.h"

namespace facet {

/// `runs/NAME` after a file, or the first of `runs/NAME-2`, `runs/NAME-3`... that is free: only a
/// folder that the user names is written over.
std::string new_folder(const std::string& file);

/// One training of `config` (the opened one, perhaps with another seed) into a folder, with
/// progress on standard error unless `quiet`. Where the folder has no run yet, it begins with the
/// first step.
TrainOutcome train_into(const std::string& folder, const RunConfig& config, OpenedConfig& opened,
                        TrainFrom from, bool quiet);

}  // namespace facet
