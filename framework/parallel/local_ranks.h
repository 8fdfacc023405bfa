#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A program that is to be run several times side by side.
struct LocalProgram {
  std::vector<std::string> words;
  std::int64_t count = 1;
  int output = 1;       ///< the number of the file that is the stdout of all
  int exit_saved = 75;  ///< how one ends that was stopped, and has saved what it did
  /// Whether there is something to go on from, whoever is killed.
  std::function<bool()> is_saved = [] { return false; };
};

/// Runs a program on this machine, each time a rank: with RANK, WORLD_SIZE and all that launch_of
/// reads, and its share of the cores in OMP_NUM_THREADS unless that is set. Returns when all have
/// ended. Signals that ask for an end are passed on; a second Ctrl-C or SIGTERM kills all. Where
/// one fails, or the others go on without it, what is left is killed within five seconds. `tell`
/// hears of ranks that were ended by a signal.
///
/// Returns 0 where all ended with it; the exit code of the first one that failed; where none did,
/// but some were stopped or killed by a signal, `exit_saved` if one ended with it or something is
/// saved, else 1.
FACET_API int run_local_ranks(const LocalProgram& program,
                              const std::function<void(const std::string&)>& tell);

/// More of them than this machine has cores only wait for one another; a few may be tried anywhere.
FACET_API std::int64_t most_local_ranks();

}  // namespace facet
