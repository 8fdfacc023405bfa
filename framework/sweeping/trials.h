#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/sweeping/sweep_question.h"

namespace facet {

/// A run of a sweep.
struct SweepRun {
  std::size_t trial = 0;
  std::int64_t seed = 0;
};

/// The trials of a sweep: what each of its keys is in each of them.
struct FACET_API Trials {
  std::vector<std::string> keys;                 ///< of the grid, then the random ones
  std::vector<std::vector<std::string>> values;  ///< of each trial, one for each key

  /// `KEY=VALUE` for each key.
  std::vector<std::string> assignments(std::size_t trial) const;
};

/// A function of the question alone. The last key of the grid changes fastest, and of each
/// combination come as many trials as are drawn, each with values of its own. Throws OptionsError
/// with all that is wrong.
FACET_API Trials make_trials(const SweepQuestion& question);

/// Those of each trial one after the other.
FACET_API std::vector<SweepRun> runs_of(const SweepQuestion& question, const Trials& trials);

}  // namespace facet
