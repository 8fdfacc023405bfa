#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/data/run_data.h"
#include "framework/layout/window_count.h"
#include "framework/registry/registry.h"

namespace facet {

/// What was trained on in a session.
struct RecordedData {
  std::string name;  ///< of the recording: its file
  RecordingChecksum checksum;
  WindowCount windows;  ///< what of it could be trained on
};

/// What run.json tells of a run beyond its config: under which circumstances it was made. The same
/// versions, libtorch, BLAS and number of threads on the same machine give the same run bit by bit.
struct RunRecord {
  std::string device;
  std::int64_t steps = 0;       ///< that were done
  std::int64_t resumed_at = 0;  ///< the steps that were done before it was resumed
  bool interrupted = true;      ///< until it is done
  bool stopped_early = false;
  double started = 0;                      ///< seconds since 1970
  double seconds = 0;                      ///< of training, wall clock
  std::vector<std::string> warnings = {};  ///< where the result could not be trusted
  std::vector<std::string> changes = {};   ///< what changed where it was resumed; all are warnings
  std::vector<RecordedData> data = {};     ///< of each session
};

/// As JSON: `format` (see format.h), the record, Facet's, libtorch's and the compiler's versions,
/// the BLAS library that is loaded, compute threads, peak memory, seed, every component by its name
/// in full, and the plugins that ran with their checksums.
std::string run_record_json(const RunRecord& record, const RunConfig& config,
                            const Registry& registry);

}  // namespace facet
