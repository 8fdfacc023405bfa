#pragma once

#include <vector>

#include "facet/batch.h"
#include "framework/layout/session_layout.h"
#include "framework/sampling/samples.h"

namespace facet {

/// The embedding of what a step drew, cut into each objective's slice.
struct EncodedSamples {
  std::vector<Batch> predictions;  ///< one for each objective
  /// One for each objective: this rank's share of its references, session by session. Empty unless
  /// they were to be kept.
  std::vector<std::vector<EncodedWindows>> references;
};

/// Encodes each window once, in one pass of each encoder. With `keep_windows` the references are
/// encoded from windows that require a gradient; objectives that share them share the windows.
EncodedSamples encode_samples(const SessionLayout& layout, const Encoders& encoders,
                              const SampleBatch& batch, bool keep_windows, Ranks& ranks);

}  // namespace facet
