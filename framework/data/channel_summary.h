#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

#include "facet/recording.h"

namespace facet {

constexpr float largest_signal = 1.8e19F;  ///< its square fits into float32

/// What the bins in a recording's segments hold, for each channel.
struct ChannelSummary {
  std::int64_t num_bins = 0;
  std::vector<float> low, high;  ///< NaN aside
  /// A value of the first bins: the most common one, where all but five bins or fewer have it.
  std::vector<float> usual;
  std::vector<std::uint32_t> unusable;  ///< bins that are not finite, or too large
  std::vector<std::uint32_t> unusual;   ///< bins that have another value than `usual`
  std::vector<std::uint32_t> nonzero;   ///< bins that are not 0
  std::vector<std::uint32_t> broken;    ///< bins whose value is no whole number
  std::vector<std::uint64_t> hash;      ///< the same for channels with the same values
};

/// Looks at all bins in the segments once; there is at least one. The same in any number of
/// threads.
ChannelSummary summarize_channels(const Recording& recording);

}  // namespace facet
