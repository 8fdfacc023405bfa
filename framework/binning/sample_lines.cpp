#include "framework/binning/sample_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "framework/binning/angles.h"

namespace facet {

namespace {

/// One column, whose samples come in the order of their times.
class Line {
 public:
  Line(const BinClock& bins, std::int64_t gap, bool angles, double* values, std::int64_t stride)
      : bins_(&bins), gap_(gap), angles_(angles), values_(values), stride_(stride) {
    centre_ = bins.centre(0);
  }

  void add(std::int64_t tick, double value) {
    if (!std::isfinite(value)) return;
    for (; bin_ < bins_->size() && centre_ <= tick; next_bin())
      values_[bin_ * stride_] = at_centre(tick, value);
    tick_ = tick;
    value_ = value;
    begun_ = true;
  }

 private:
  void next_bin() {
    if (++bin_ < bins_->size()) centre_ = bins_->centre(bin_);
  }

  double at_centre(std::int64_t tick, double value) const {
    if (tick == centre_) return angles_ ? wrapped_angle(value) : value;
    if (!begun_ || tick - tick_ > gap_) return std::numeric_limits<double>::quiet_NaN();
    const double w = static_cast<double>(centre_ - tick_) / static_cast<double>(tick - tick_);
    return angles_ ? angle_between(value_, value, w) : value_ + w * (value - value_);
  }

  const BinClock* bins_;
  std::int64_t gap_;
  bool angles_;
  double* values_;  // of the column's first bin
  std::int64_t stride_;
  std::int64_t bin_ = 0, centre_;  // the next to be given
  std::int64_t tick_ = 0;          // of the sample before
  double value_ = 0;
  bool begun_ = false;  // whether there was one
};

/// The sum, or the last tick that there can be.
std::int64_t later(std::int64_t tick, std::int64_t gap) {
  constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max() / 2;
  return std::min(tick + std::min(gap, last), last);
}

}  // namespace

at::Tensor samples_on_lines(const SeriesInTime& series, const BinClock& bins, std::int64_t gap,
                            bool angles) {
  const std::int64_t d = series.series().columns();
  at::Tensor values = memory_of_bins(bins, {d}, at::kDouble);
  values.fill_(std::numeric_limits<double>::quiet_NaN());
  std::vector<Line> lines;
  for (std::int64_t column = 0; column < d; ++column)
    lines.emplace_back(bins, gap, angles, values.data_ptr<double>() + column, d);
  series.for_each_sample(-later(-bins.centre(0), gap), later(bins.centre(bins.size() - 1), gap),
                         [&](std::span<const std::int64_t> ticks, const double* row) {
                           for (const std::int64_t tick : ticks)
                             for (Line& line : lines) line.add(tick, *row++);
                         });
  return values;
}

}  // namespace facet
