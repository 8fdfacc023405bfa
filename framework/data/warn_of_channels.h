#pragma once

#include "facet/recording.h"
#include "framework/data/channel_summary.h"
#include "framework/data/signal_source.h"

namespace facet {

/// Warns of channels that say little or nothing, each for the first reason that holds:
/// - it is 0 in every bin;
/// - it is constant but for five bins, and but for one in a hundred;
/// - it varies by no more than 16 steps of a float32 of its size;
/// - it is the same as an earlier channel.
/// Warns also of channels of whole numbers of which one in a hundred or fewer are none.
void warn_of_channels(const Recording& recording, const ChannelSummary& summary,
                      const SignalSource& source);

}  // namespace facet
