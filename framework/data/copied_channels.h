#pragma once

#include <cstdint>
#include <vector>

#include "facet/recording.h"
#include "framework/data/channel_summary.h"

namespace facet {

/// `channel` has in every bin of the segments what the earlier channel `original` has.
struct CopiedChannel {
  std::int64_t channel, original;
};

/// The copies among `channels`, which ascend.
std::vector<CopiedChannel> copied_channels(const Recording& recording,
                                           const std::vector<std::int64_t>& channels,
                                           const ChannelSummary& summary);

}  // namespace facet
