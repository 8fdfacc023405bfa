#include "framework/layout/window_count.h"

namespace facet {

WindowCount& WindowCount::operator+=(const WindowCount& other) {
  bins += other.bins;
  with_window += other.with_window;
  segments += other.segments;
  too_short_segments += other.too_short_segments;
  return *this;
}

std::vector<WindowCount> count_windows(const Sessions& sessions,
                                       const std::vector<Segment>& segments, const Offset& offset) {
  std::vector<WindowCount> counts(static_cast<std::size_t>(sessions.size()),
                                  WindowCount{.window = offset.size()});
  for (const Segment& segment : segments) {
    const std::int64_t with_window = Bins({segment}).fitting(offset).size();
    counts[static_cast<std::size_t>(segment.session)] +=
        {0, segment.size(), with_window, 1, with_window == 0 ? 1 : 0};
  }
  return counts;
}

std::string to_string(const WindowCount& count) {
  std::string text = std::to_string(count.with_window) + " of " + std::to_string(count.bins) +
                     " bins have a full window of " + std::to_string(count.window);
  if (count.too_short_segments > 0)
    text += "; " + std::to_string(count.too_short_segments) + " of " +
            std::to_string(count.segments) + " segments are shorter than it";
  return text;
}

}  // namespace facet
