#pragma once

#include <string>
#include <vector>

#include "framework/data/data_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// What the channels of a recording are called, in the order in which an encoder sees them: as the
/// files name them, else `neural[3]`. Throws Error as read_recording does, whose signals it does
/// not read where they are on bins already.
std::vector<std::string> channel_names(const RecordingConfig& config, Registry& registry);

}  // namespace facet
