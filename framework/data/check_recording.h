#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/recording.h"

namespace facet {

/// Throws Error where signals are not as an encoder takes them: T x C float32, on any device.
void require_signals(const at::Tensor& signals);

/// Throws Error where segments of `num_bins` bins are not ascending, disjoint and within them.
void require_segments(const std::vector<Segment>& segments, std::int64_t num_bins);

/// Throws Error, which names it, where a recording is not as Recording says: its signals, finite
/// within its segments, its labels, its segments, at least one bin in them.
void require_recording(const Recording& recording);

}  // namespace facet
