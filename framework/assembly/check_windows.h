#pragma once

#include <string>
#include <vector>

#include "facet/error.h"
#include "framework/data/data_config.h"
#include "framework/data/run_data.h"
#include "framework/layout/window_count.h"

namespace facet {

/// Of each session, held-out bins included. A session that has no full window to train on, or was
/// to be held out in part and has none there, is added to `problems` under the key of its
/// recording.
std::vector<WindowCount> count_windows(const RunData& data, const DataConfig& config,
                                       const Offset& offset, Problems& problems);

/// Sessions of which more than a fifth is not seen, a sentence each.
std::vector<std::string> warn_of_windows(const RunData& data,
                                         const std::vector<WindowCount>& counts);

}  // namespace facet
