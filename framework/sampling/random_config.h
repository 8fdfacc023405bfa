#pragma once

#include <cstdint>

#include "facet/options.h"

namespace facet {

/// The key of `[training]` from which all random numbers of a run follow.
struct RandomConfig {
  std::int64_t seed = 0;

  static void describe(auto& options) {
    options.add("seed", &RandomConfig::seed, "of all random numbers of the run").at_least(0);
  }
};

}  // namespace facet
