#pragma once

#include <algorithm>
#include <cstdint>

#include "facet/recording.h"

namespace facet {

/// Hands over the signals of the segments piece by piece, with the bin at which each begins.
template <class Take>
void for_each_piece(const Recording& recording, const Take& take) {
  constexpr std::int64_t piece = 16384;  // bins
  for (const Segment& segment : recording.segments)
    for (std::int64_t begin = segment.begin; begin < segment.end; begin += piece)
      take(recording.signals.slice(0, begin, std::min(begin + piece, segment.end)), begin);
}

}  // namespace facet
