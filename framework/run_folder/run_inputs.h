#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"

namespace facet {

/// Paths of all files and folders that a run of this config reads: the config itself, recordings,
/// folders of plugins, files of the model, and the run whose encoder is adapted.
FACET_API std::vector<std::string> input_files(const RunConfig& config);

}  // namespace facet
