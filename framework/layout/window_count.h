#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/export.h"
#include "framework/data/sessions.h"

namespace facet {

/// How much of a session an encoder can see: the bins in which a full window fits into a segment.
struct FACET_API WindowCount {
  std::int64_t window = 0;              ///< bins of a window
  std::int64_t bins = 0;                ///< of all segments
  std::int64_t with_window = 0;         ///< of these, those that have a full window
  std::int64_t segments = 0;            ///< pieces without a border inside
  std::int64_t too_short_segments = 0;  ///< of these, those that have no full window

  std::int64_t without_window() const { return bins - with_window; }
  WindowCount& operator+=(const WindowCount& other);
};

/// Of each session, over its part of `segments`.
FACET_API std::vector<WindowCount> count_windows(const Sessions& sessions,
                                                 const std::vector<Segment>& segments,
                                                 const Offset& offset);

/// `1640 of 2000 bins have a full window of 36 bins; 3 of 10 segments are shorter than it`.
FACET_API std::string to_string(const WindowCount& count);

}  // namespace facet
