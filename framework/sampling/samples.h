#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/criterion.h"

namespace facet {

/// What one step draws for one objective: lists of bins (see SessionLayout), not signals.
/// Objectives that share references or negatives hold the same tensor.
struct ObjectiveSamples {
  at::Tensor reference;      ///< B
  at::Tensor positive = {};  ///< B; undefined for a supervised objective
  at::Tensor negative = {};  ///< M; undefined for a supervised objective
  Targets targets = {};      ///< of a supervised objective, on the device
};

/// What one step draws.
struct SampleBatch {
  std::vector<at::Tensor>
      signals;  ///< one for each session, T x C float32 on the device of the run
  std::vector<ObjectiveSamples> objectives;
};

}  // namespace facet
