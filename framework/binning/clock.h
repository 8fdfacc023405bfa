#pragma once

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>

namespace facet {

/// Times in whole ticks, so that each way to write the same time (3 * 0.05 and 0.15, 61529 / 30000
/// and 61529 * (1 / 30000)) is the same number: t seconds are t * per_second rounded to the nearest
/// whole number, halves away from zero. A nanosecond is far below what any acquisition resolves and
/// far above the rounding of a float64 at 1000 s. Beyond 4e6 s (46 days: times since 1970), where
/// float64 are coarser than that, a tick is a microsecond.
struct Ticks {
  double per_second = 1e9;

  /// Of a time that is not NaN. Times beyond 4e18 ticks are there: they are later than any bin.
  std::int64_t at(double seconds) const {
    const double exact = std::clamp(seconds * per_second, -4e18, 4e18);
    const auto whole = static_cast<std::int64_t>(exact);
    const double rest = exact - static_cast<double>(whole);  // exact, which + 0.5 would not be
    return whole + (rest >= 0.5) - (rest <= -0.5);
  }
  double seconds(std::int64_t tick) const { return static_cast<double>(tick) / per_second; }
};

/// The bins of time of a recording: n whole bins of one width. With r(t) = ticks of t,
///
///     edge(k) = r(start) + r(k * width),   n = the largest with edge(n) <= r(stop),
///
/// and bin k holds the times edge(k) <= r(t) < edge(k + 1): what is on an edge is of the bin that
/// begins there, what is at the end of the last bin or later of none, and what is left over before
/// `stop` is no bin. Edges are made from k, so nothing adds up. Immutable; safe to share between
/// threads.
class BinClock {
 public:
  /// In seconds. Throws Error that says which of them is wrong and what would be right: one that is
  /// not finite or no time, a stop that is not after the start, a width below a tick, no whole bin
  /// between start and stop, more than 2^31 bins.
  BinClock(double start, double stop, double width);

  std::int64_t size() const { return size_; }
  double width() const { return width_; }  ///< s
  const Ticks& ticks() const { return ticks_; }

  /// In ticks, 0 <= k <= n.
  std::int64_t edge(std::int64_t k) const {
    return start_ + ticks_.at(static_cast<double>(k) * width_);
  }
  /// In ticks, 0 <= k < n: halfway between the edges, rounded down.
  std::int64_t centre(std::int64_t k) const { return (edge(k) + edge(k + 1)) >> 1; }

  /// The bin that holds a time in ticks; -1: none does.
  std::int64_t bin_of(std::int64_t tick) const {
    if (tick < start_ || tick >= end_) return -1;
    // At most one off: a bin is a tick or wider, and an edge half a tick from k * width or nearer.
    auto k = static_cast<std::int64_t>(static_cast<double>(tick - start_) * bins_a_tick_);
    k += tick >= edge(k + 1);
    k -= tick < edge(k);
    return k;
  }

  /// The same of a time in seconds that is not NaN, at less cost where it is not near an edge.
  std::int64_t bin_at(double seconds) const {
    const double place = (seconds - start_seconds_) * bins_a_second_;
    if (place > margin_ && place < static_cast<double>(size_) - margin_) {
      const auto k = static_cast<std::int64_t>(place);
      const double rest = place - static_cast<double>(k);
      if (rest > margin_ && rest < 1 - margin_) return k;
    }
    return bin_of(ticks_.at(seconds));
  }

  at::Tensor edges() const;    ///< n + 1 float64, s
  at::Tensor centres() const;  ///< n float64, s

 private:
  Ticks ticks_;
  double width_, start_seconds_;
  double bins_a_second_, bins_a_tick_;
  double margin_;                                // in bins: how far rounding may move a time
  std::int64_t start_ = 0, end_ = 0, size_ = 0;  // ticks: of the first bin, of the last
};

/// Memory for a row of each bin, not yet filled: T, or T x d where `row` is {d}. Throws Error where
/// it would not fit.
at::Tensor memory_of_bins(const BinClock& bins, c10::ArrayRef<std::int64_t> row,
                          at::ScalarType type);

/// The ticks of a largest gap in seconds; infinity is one. Throws Error where it is NaN or below 0.
std::int64_t gap_ticks(double gap, const Ticks& ticks);

}  // namespace facet
