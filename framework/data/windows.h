#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

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

/// Windows of all sessions side by side: B x sum of C_s x offset.size(), on the device of the
/// signals, which are T_s x C_s, one for each session. Row b of `bins` (B x S int64, CPU) has a bin
/// of each session, numbered over all. Otherwise as gather_windows.
at::Tensor gather_joined_windows(const std::vector<at::Tensor>& signals, const at::Tensor& bins,
                                 const Offset& offset);

}  // namespace facet
