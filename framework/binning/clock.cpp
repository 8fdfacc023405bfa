#include "framework/binning/clock.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "facet/error.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr double finest = 4e6;  // s: up to here a tick is a nanosecond
constexpr double latest = 1e12;
constexpr std::int64_t most_bins = std::int64_t{1} << 31;

std::string seconds_text(double seconds) {
  return number_text(seconds, 12) + " s";
}

void require_time(double seconds, const char* which) {
  if (std::isfinite(seconds) && std::abs(seconds) <= latest) return;
  throw Error("the bins " + std::string(which) + " at " + seconds_text(seconds) +
              ", which is no time in seconds (up to 1e12 is)");
}

/// Throws Error where there are no bins to count.
void require_bins(double start, double stop, double width, const Ticks& ticks) {
  require_time(start, "start");
  require_time(stop, "stop");
  if (ticks.at(stop) <= ticks.at(start))
    throw Error("the bins stop at " + seconds_text(stop) + ", which is not after their start at " +
                seconds_text(start));
  if (!std::isfinite(width) || width <= 0)
    throw Error("a bin must be wider than 0 s, it is " + seconds_text(width));
  if (width * ticks.per_second < 1)
    throw Error("a bin of " + seconds_text(width) + " is narrower than " +
                (ticks.per_second == 1e9 ? "a nanosecond, the finest that times are told apart by"
                                         : "a microsecond, the finest that times beyond 4e6 s are "
                                           "told apart by: let the times begin nearer to 0") +
                ": a bin must be wider");
  if ((stop - start) / width > static_cast<double>(most_bins) + 1)
    throw Error("from " + seconds_text(start) + " to " + seconds_text(stop) + " there are " +
                number_text((stop - start) / width) + " bins of " + seconds_text(width) +
                ", more than 2^31: a bin must be wider, or the stop earlier");
}

/// Four ticks for those that are rounded to whole ones, and the roundings of a product of float64.
double margin_ticks(std::int64_t first, std::int64_t last) {
  const double largest =
      std::max(std::abs(static_cast<double>(first)), std::abs(static_cast<double>(last)));
  return 4 + 16 * std::numeric_limits<double>::epsilon() * largest;
}

at::Tensor seconds_of(std::int64_t count, const auto& tick_of, double ticks_a_second) {
  at::Tensor times = at::empty({count}, at::kDouble);
  double* time = times.data_ptr<double>();
  for (std::int64_t k = 0; k < count; ++k)
    time[k] = static_cast<double>(tick_of(k)) / ticks_a_second;
  return times;
}

}  // namespace

BinClock::BinClock(double start, double stop, double width)
    : width_(width), start_seconds_(start), bins_a_second_(1 / width) {
  if (std::abs(start) > finest || std::abs(stop) > finest) ticks_.per_second = 1e6;
  require_bins(start, stop, width, ticks_);
  start_ = ticks_.at(start);
  bins_a_tick_ = 1 / (width * ticks_.per_second);
  const std::int64_t stop_tick = ticks_.at(stop);
  size_ = static_cast<std::int64_t>((stop - start) / width);
  while (edge(size_ + 1) <= stop_tick) ++size_;
  while (size_ > 0 && edge(size_) > stop_tick) --size_;
  end_ = edge(size_);
  margin_ = margin_ticks(start_, end_) * bins_a_tick_;
  if (size_ == 0)
    throw Error("no bin of " + seconds_text(width) + " fits between the start at " +
                seconds_text(start) + " and the stop at " + seconds_text(stop) +
                ": a bin must be narrower, or the stop later");
  if (size_ > most_bins)
    throw Error("there are " + std::to_string(size_) +
                " bins, more than 2^31: a bin must be "
                "wider, or the stop earlier");
}

at::Tensor BinClock::edges() const {
  return seconds_of(
      size_ + 1, [this](std::int64_t k) { return edge(k); }, ticks_.per_second);
}

at::Tensor BinClock::centres() const {
  return seconds_of(
      size_, [this](std::int64_t k) { return edge(k) + edge(k + 1); }, 2 * ticks_.per_second);
}

at::Tensor memory_of_bins(const BinClock& bins, c10::ArrayRef<std::int64_t> row,
                          at::ScalarType type) {
  std::vector<std::int64_t> shape = row.vec();
  shape.insert(shape.begin(), bins.size());
  try {
    return memory_for(shape, type);
  } catch (const Error& error) {
    throw Error("what stands in the bins " + std::string(error.what()) +
                "; wider bins, or fewer columns, need less");
  }
}

std::int64_t gap_ticks(double gap, const Ticks& ticks) {
  if (std::isnan(gap) || gap < 0)
    throw Error("the largest gap must be 0 s or more, it is " + seconds_text(gap));
  if (std::isinf(gap)) return std::numeric_limits<std::int64_t>::max();
  return ticks.at(gap);
}

}  // namespace facet
