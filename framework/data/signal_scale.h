#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/export.h"

namespace facet {

/// What brings the signals of a recording to z-scores, channel by channel:
/// z = (x - mean) / deviation, over the bins that were trained on.
struct FACET_API SignalScale {
  at::Tensor mean;  ///< C float64
  at::Tensor
      deviation;  ///< C float64: population standard deviation; 1 where a channel is constant

  /// T x C float32, of as many channels. Throws Error for others.
  at::Tensor apply(const at::Tensor& signals) const;
};

/// The scale of signals T x C over the bins of `segments`.
FACET_API SignalScale signal_scale(const at::Tensor& signals, const std::vector<Segment>& segments);

}  // namespace facet
