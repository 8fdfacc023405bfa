#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// What a sweep is asked: which runs of a config are trained, and by what the best is chosen.
struct SweepQuestion {
  std::string config;               ///< its file
  std::vector<std::string> set;     ///< `KEY=VALUE`, the same for all trials
  std::vector<std::string> grid;    ///< see GridKey: every combination is a trial
  std::vector<std::string> random;  ///< see RandomKey
  std::int64_t draws = 1;           ///< of the random keys, for each combination of the grid
  std::int64_t seeds = 1;           ///< runs of a trial
  std::int64_t seed = 0;            ///< of the first of them; random keys are drawn by it, too
  std::string best;                 ///< a figure; empty: none is chosen

  static void describe(auto& options) {
    options.add("config", &SweepQuestion::config, "the config that is varied");
    options.add("set", &SweepQuestion::set, "keys that are the same for all trials");
    options.add("grid", &SweepQuestion::grid, "KEY=VALUE,VALUE");
    options.add("random", &SweepQuestion::random, "KEY=LOW..HIGH or KEY=LOW..HIGH:log");
    options
        .add("draws", &SweepQuestion::draws, "of the random keys, for each combination of the grid")
        .at_least(1);
    options.add("seeds", &SweepQuestion::seeds, "runs of each trial").at_least(1);
    options.add("seed", &SweepQuestion::seed, "of the first run").at_least(0);
    options.add("best", &SweepQuestion::best, "the figure by which the best is chosen");
  }
};

/// The file of a sweep that says what it was asked. Throws Error or OptionsError that names it.
FACET_API SweepQuestion read_sweep_question(const std::string& path);
FACET_API void write_sweep_question(const std::string& path, const SweepQuestion& question);

/// A line for each key that is another one now, but for `best`, which may change.
FACET_API std::vector<std::string> differences(const SweepQuestion& before,
                                               const SweepQuestion& now);

}  // namespace facet
