#pragma once

#include <string>

#include "framework/sampling/random_config.h"
#include "framework/sampling/sampling_config.h"

namespace facet {

/// How bins are drawn for the steps of a run.
struct SamplerOptions : SamplingConfig, RandomConfig {
  std::string stream = "training";  ///< keeps its random numbers apart from other samplers'
};

}  // namespace facet
