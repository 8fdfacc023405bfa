#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"

namespace facet {

/// The path, and where it is a folder those of all files in it.
FACET_API std::vector<std::string> paths_of_recording(const std::string& path);

/// Paths of all files and folders that a run of this config reads: the config itself, recordings,
/// folders of plugins, files of the model, and the run whose encoder is adapted.
FACET_API std::vector<std::string> input_files(const RunConfig& config);

}  // namespace facet
