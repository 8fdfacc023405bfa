#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Runs a program `count` times side by side on this machine, each a rank: with RANK, WORLD_SIZE
/// and all that launch_of reads, and its share of the cores in OMP_NUM_THREADS unless that is set.
/// Returns when all have ended. Signals that ask for an end are passed on; a second Ctrl-C or
/// SIGTERM kills all. Where one fails, or the others go on without it, what is left is killed after
/// five seconds. `tell` hears of ranks that were ended by a signal.
///
/// Returns 0 where all ended with it, `exit_saved` where all that were not ended by a signal ended
/// with 0 or that, and otherwise the exit code of the one that failed first.
FACET_API int run_local_ranks(const std::vector<std::string>& words, std::int64_t count,
                              int exit_saved, const std::function<void(const std::string&)>& tell);

}  // namespace facet
