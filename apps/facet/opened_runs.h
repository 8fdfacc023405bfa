#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// Finished runs that a command was given; a folder of several seeds stands for its runs.
struct OpenedRuns {
  std::vector<RunFolder> runs;
  std::vector<RunConfig> configs;      ///< theirs, in the same order
  std::vector<std::string> inputs;     ///< the files that they read, which no output may replace
  std::unique_ptr<Registry> registry;  ///< of the first one
};

/// Throws as open_run does.
OpenedRuns open_runs(const std::vector<std::string>& paths);

}  // namespace facet
