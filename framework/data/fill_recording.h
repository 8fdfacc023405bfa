#pragma once

#include <string>
#include <vector>

#include "facet/recording.h"
#include "framework/data/data_config.h"

namespace facet {

/// Fills what is missing in signals and labels as `config.fill` says, between the borders that
/// `trials` and `time` are. Returns what was filled and what was not, a line for each. Throws
/// OptionsError under `key.fill[i]` for an array that is not there or cannot be filled so.
std::vector<std::string> fill_recording(Recording& recording, const RecordingConfig& config,
                                        const std::string& key);

}  // namespace facet
