#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/criterion.h"

namespace facet {

/// What one step draws for one objective: bins (int64, CPU), not signals. Of several sessions they
/// are numbered over all of them, and a list may mix sessions; where one encoder serves several
/// sessions, a list has a row of bins, one in every session, in place of each bin (B x S).
/// Objectives that share references or negatives hold the same tensor.
struct ObjectiveSamples {
  at::Tensor reference;      ///< B
  at::Tensor positive = {};  ///< B; undefined for a supervised objective
  at::Tensor negative = {};  ///< M; likewise
  Targets targets = {};      ///< of a supervised objective, on the device
};

/// What one step draws.
struct SampleBatch {
  std::vector<at::Tensor> signals;  ///< one a session, T x C float32 on the device of the run
  std::vector<ObjectiveSamples> objectives;
};

}  // namespace facet
