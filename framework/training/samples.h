#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/criterion.h"

namespace facet {

/// What one step draws for one objective: bins of the recording (int64, CPU), not signals.
/// Objectives that share references or negatives hold the same tensor.
struct ObjectiveSamples {
  at::Tensor reference;      ///< B
  at::Tensor positive = {};  ///< B; undefined for a supervised objective
  at::Tensor negative = {};  ///< M; likewise
  Targets targets = {};      ///< of a supervised objective, on the device
};

/// What one step draws.
struct SampleBatch {
  at::Tensor signals;  ///< T x C float32 on the device of the run: what the bins are of
  std::vector<ObjectiveSamples> objectives;
};

}  // namespace facet
