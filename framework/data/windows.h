#pragma once

#include <ATen/core/Tensor.h>

#include "facet/bins.h"

namespace facet {

/// The windows of `bins`: window b holds the bins [i - offset.left, i + offset.right) of the
/// signals with i = bins[b], moved inwards to i = clamp(bins[b], left, T - right) where it would
/// cross an end of the recording.
///
/// signals: T x C, of any floating type, on any device; bins: B int64 on the same device.
/// Returns B x C x offset.size(), on that device; its memory is its own. Throws Error for other
/// shapes or types, or a recording shorter than the window. Safe to call from several threads.
at::Tensor gather_windows(const at::Tensor& signals, const at::Tensor& bins, const Offset& offset);

}  // namespace facet
