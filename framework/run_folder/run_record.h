#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

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
};

/// As JSON: the record, Facet's, libtorch's and the compiler's versions, the BLAS library that is
/// loaded, compute threads, peak memory, seed, and the plugins that ran with their checksums.
std::string run_record_json(const RunRecord& record, const RunConfig& config,
                            const Registry& registry);

/// What of two records has to be the same for the same run bit by bit, and is not; one line for
/// each.
std::vector<std::string> changed_circumstances(const std::string& before, const std::string& now);

}  // namespace facet
