#pragma once

#include <ATen/core/Tensor.h>

#include "facet/bins.h"
#include "facet/recording.h"

namespace facet {

/// The leading principal components of the recording's windows, as an embedding to compare with: T
/// x num_components float32 (fewer where a window has fewer entries, or there are fewer windows),
/// NaN in bins without a full window. Every window is a vector of channels x offset.size() entries;
/// means and components are those of the bins `fit` (int64) that have a full window. (Pearson 1901)
///
/// Exact for up to 4096 entries per window; longer ones are fitted on at most 4096 bins, evenly
/// spaced among `fit`. Throws Error where none of them has a full window.
at::Tensor principal_components(const Recording& recording, const Offset& offset,
                                const at::Tensor& fit, std::int64_t num_components);

}  // namespace facet
