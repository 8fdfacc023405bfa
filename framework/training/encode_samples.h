#pragma once

#include <vector>

#include "facet/batch.h"
#include "framework/layout/encoders.h"
#include "framework/sampling/samples.h"

namespace facet {

/// Windows that were encoded by themselves, for a regularizer: of one session's references.
struct EncodedWindows {
  at::Tensor windows;  ///< n x N x T, require a gradient
  at::Tensor output;   ///< n x d, the objective's slice
};

/// The embedding of what a step drew, cut into each objective's slice.
struct EncodedSamples {
  std::vector<Batch> predictions;  ///< one an objective
  /// One an objective: its references, session by session. Empty unless they were to be kept.
  std::vector<std::vector<EncodedWindows>> references;
};

/// Encodes each window once, in one pass an encoder. With `keep_windows` the references are encoded
/// from windows that require a gradient; objectives that share them share the windows.
EncodedSamples encode_samples(const Encoders& encoders, const SampleBatch& batch,
                              bool keep_windows);

}  // namespace facet
