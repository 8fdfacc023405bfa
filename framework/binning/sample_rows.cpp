#include "framework/binning/sample_rows.h"

#include <cstdlib>

namespace facet {

namespace {

struct Place {
  std::int64_t place = -1, tick = 0;
  bool is_there() const { return place >= 0; }
};

/// Goes along places and bins at once: calls take(bin, before, behind) with the places around the
/// tick `limit(bin)`, the first of which is before it, and the second at it or behind. One may not
/// be there.
template <class Limit, class Take>
void for_each_limit(const SeriesInTime& series, const BinClock& bins, const Limit& limit,
                    const Take& take) {
  std::int64_t bin = 0, next = limit(0);
  Place before;
  series.for_each_tick([&](Rows places, const std::vector<std::int64_t>& ticks) {
    Place behind{places.begin, 0};
    for (const std::int64_t tick : ticks) {
      behind.tick = tick;
      while (bin < bins.size() && next <= tick) {
        take(bin, before, behind);
        if (++bin < bins.size()) next = limit(bin);
      }
      if (bin == bins.size()) return;
      before = behind;
      ++behind.place;
    }
  });
  for (; bin < bins.size(); ++bin) take(bin, before, Place());
}

}  // namespace

std::vector<std::int64_t> last_places(const SeriesInTime& series, const BinClock& bins,
                                      std::int64_t gap) {
  std::vector<std::int64_t> places(bins.size(), -1);
  for_each_limit(
      series, bins, [&](std::int64_t bin) { return bins.edge(bin + 1); },
      [&](std::int64_t bin, const Place& before, const Place&) {
        if (before.is_there() && bins.centre(bin) - before.tick <= gap) places[bin] = before.place;
      });
  return places;
}

std::vector<std::int64_t> nearest_places(const SeriesInTime& series, const BinClock& bins,
                                         std::int64_t gap) {
  std::vector<std::int64_t> places(bins.size(), -1);
  for_each_limit(
      series, bins, [&](std::int64_t bin) { return bins.centre(bin); },
      [&](std::int64_t bin, const Place& before, const Place& behind) {
        const std::int64_t centre = bins.centre(bin);
        const bool earlier = before.is_there() &&
                             (!behind.is_there() || centre - before.tick <= behind.tick - centre);
        const Place& nearest = earlier ? before : behind;
        if (nearest.is_there() && std::abs(nearest.tick - centre) <= gap)
          places[bin] = nearest.place;
      });
  return places;
}

}  // namespace facet
