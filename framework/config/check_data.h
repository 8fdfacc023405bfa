#pragma once

#include <string>

#include "framework/config/check_run_config.h"
#include "framework/data/data_config.h"

namespace facet {

/// What no single option can tell of the keys of one recording under `key`: that it has a file,
/// that conditions can be read, that neurons are indices and epochs ranges, that no label has two
/// kinds, and that at most one way to hold out data is given.
void check_recording(const RecordingConfig& config, const std::string& key, Problems& problems);

/// That it names files, and that they are there.
void check_recording_files(const RecordingConfig& config, const std::string& key,
                           Problems& problems);

/// That sessions have names of their own.
void check_sessions(const DataConfig& config, Problems& problems);

}  // namespace facet
