#pragma once

#include <vector>

#include "facet/batch.h"
#include "framework/embedding/subspace_model.h"
#include "framework/training/samples.h"

namespace facet {

/// The embedding of what a step drew, cut into each objective's slice.
struct EncodedSamples {
  std::vector<Batch> predictions;   ///< one an objective
  std::vector<at::Tensor> windows;  ///< one an objective: the windows of its references
};

/// Encodes each window once, in one pass. With `keep_windows` the references are encoded from
/// windows that require a gradient, for a regularizer; objectives that share them share the
/// windows.
EncodedSamples encode_samples(SubspaceMultiobjectiveModel& model, const SampleBatch& batch,
                              bool keep_windows);

}  // namespace facet
