#pragma once

#include <string>

#include "facet/recording.h"
#include "framework/data/run_data.h"

namespace facet {

/// Checksums of what a training sees. They are the same whether it comes from a file, in whatever
/// format, or from memory. Reads all of the signals once (about 5 s a GB).
RecordingChecksum recording_checksum(const Recording& recording);

}  // namespace facet
