#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/file_array.h"
#include "framework/binning/clock.h"

namespace facet {

/// Events, such as the spikes of units, counted in bins.
struct BinnedEvents {
  at::Tensor counts;           ///< T x units, whole numbers
  std::int64_t outside = 0;    ///< events in none of the bins
  std::int64_t backwards = 0;  ///< events that are earlier than the one before them of their unit
  /// Of the first of these; -1: each unit's events ascend.
  std::int64_t first_backwards_unit = -1;
};

/// How many events of each unit each bin holds, by the rule of BinClock; they need not ascend.
/// `events` are float64 seconds with one row a unit, `type` is float32 or int64, and `units` may
/// name the units for messages. Units are counted in parallel, with the same result. Throws Error
/// that names unit and event where a time is NaN or infinite, and where the counts would not fit
/// into the memory.
BinnedEvents bin_events(const RaggedValues& events, const BinClock& bins,
                        at::ScalarType type = at::kFloat,
                        const std::vector<std::string>& units = {});

/// The same of one train of events: float64 seconds; counts are T x 1.
BinnedEvents bin_events(const at::Tensor& train, const BinClock& bins,
                        at::ScalarType type = at::kFloat);

}  // namespace facet
