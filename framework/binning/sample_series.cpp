#include "framework/binning/sample_series.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr std::int64_t numbers_a_piece = 1 << 20;  // 8 MB as float64

/// Hands over the rows 0 .. rows - 1 in pieces.
template <class Take>
void for_each_piece_of(std::int64_t rows, std::int64_t piece, const Take& take) {
  for (std::int64_t begin = 0; begin < rows; begin += piece)
    take(Rows{begin, std::min(begin + piece, rows)});
}

/// The times of some rows, contiguous.
at::Tensor read_times(const SampleSeries& series, Rows rows) {
  const at::Tensor times = series.times(rows).contiguous();
  if (times.scalar_type() != at::kDouble || times.dim() != 1 ||
      times.size(0) != rows.end - rows.begin)
    throw Error("times of samples must be float64, one for each of " +
                std::to_string(rows.end - rows.begin) + " rows, they are " +
                shape_text(times.sizes()) + " of " + c10::toString(times.scalar_type()));
  return times;
}

/// Hands over each row with its time.
template <class Take>
void for_each_time(const SampleSeries& series, const Take& take) {
  for_each_piece_of(series.rows(), numbers_a_piece, [&](Rows rows) {
    const at::Tensor times = read_times(series, rows);
    const double* time = times.data_ptr<double>();
    for (std::int64_t row = rows.begin; row < rows.end; ++row) take(row, *time++);
  });
}

TimeFaults find_faults(const SampleSeries& series, const Ticks& ticks) {
  TimeFaults faults;
  std::int64_t before = std::numeric_limits<std::int64_t>::min();
  for_each_time(series, [&](std::int64_t row, double time) {
    if (!std::isfinite(time)) {
      if (faults.untimed++ == 0) faults.first_untimed = row;
      return;
    }
    const std::int64_t tick = ticks.at(time);
    if (tick < before && faults.backwards++ == 0) faults.first_backwards = row;
    before = tick;
  });
  return faults;
}

at::Tensor read_values(const SampleSeries& series, Rows rows) {
  std::vector<std::int64_t> shape = series.shape;
  shape[0] = rows.end - rows.begin;
  const at::Tensor values = series.values(rows);
  if (values.sizes() != shape || values.scalar_type() != series.type)
    throw Error("rows of samples must be " + shape_text(shape) + " of " +
                c10::toString(series.type) + ", they are " + shape_text(values.sizes()) + " of " +
                c10::toString(values.scalar_type()));
  return values;
}

}  // namespace

FileArray::ReadRows regular_times(double rate, double start) {
  if (!std::isfinite(rate) || rate <= 0)
    throw Error("a rate of samples must be above 0 Hz, it is " + number_text(rate));
  if (!std::isfinite(start))
    throw Error("the time of the first sample must be one in seconds, it is " + number_text(start));
  return [rate, start](Rows rows) {
    at::Tensor times = at::empty({rows.end - rows.begin}, at::kDouble);
    double* time = times.data_ptr<double>();
    for (std::int64_t row = rows.begin; row < rows.end; ++row)
      *time++ = start + static_cast<double>(row) / rate;
    return times;
  };
}

SeriesInTime::SeriesInTime(SampleSeries series, const Ticks& ticks)
    : series_(std::move(series)),
      ticks_(ticks),
      faults_(find_faults(series_, ticks)),
      piece_(std::max<std::int64_t>(
          1, numbers_a_piece / std::max<std::int64_t>(1, series_.columns()))) {
  if (sorted()) sort();
}

void SeriesInTime::sort() {
  std::vector<std::int64_t> all(series_.rows());
  for_each_time(series_, [&](std::int64_t row, double time) {
    if (!std::isfinite(time)) return;
    all[row] = ticks_.at(time);
    rows_.push_back(row);
  });
  std::stable_sort(rows_.begin(), rows_.end(),
                   [&](std::int64_t a, std::int64_t b) { return all[a] < all[b]; });
  for (const std::int64_t row : rows_) ticks_of_places_.push_back(all[row]);
}

void SeriesInTime::for_each_tick(const TakeTicks& take) const {
  const std::int64_t size = series_.rows() - faults_.untimed;
  for_each_piece_of(size, numbers_a_piece, [&](Rows places) {
    if (sorted()) {
      take(places,
           {ticks_of_places_.begin() + places.begin, ticks_of_places_.begin() + places.end});
      return;
    }
    const at::Tensor times = read_times(series_, places);
    const double* time = times.data_ptr<double>();
    std::vector<std::int64_t> ticks(times.size(0));
    std::transform(time, time + ticks.size(), ticks.begin(),
                   [this](double seconds) { return ticks_.at(seconds); });
    take(places, ticks);
  });
}

void SeriesInTime::for_each_sample(std::int64_t first, std::int64_t last,
                                   const TakeSamples& take) const {
  for_each_tick([&](Rows places, const std::vector<std::int64_t>& ticks) {
    const auto begin = std::lower_bound(ticks.begin(), ticks.end(), first);
    const auto end = std::upper_bound(begin, ticks.end(), last);
    const std::span<const std::int64_t> near(begin, end);
    const std::int64_t offset = places.begin + (begin - ticks.begin());
    for_each_piece_of(near.size(), piece_, [&](Rows part) {
      const Rows rows{offset + part.begin, offset + part.end};
      const at::Tensor values =
          sorted() ? read_rows({rows_.begin() + rows.begin, rows_.begin() + rows.end})
                   : read_values(series_, rows);
      take(near.subspan(part.begin, part.end - part.begin),
           values.to(at::kDouble).contiguous().data_ptr<double>());
    });
  });
}

at::Tensor SeriesInTime::values_at(const std::vector<std::int64_t>& places) const {
  if (!sorted()) return read_rows(places);
  std::vector<std::int64_t> rows;
  for (const std::int64_t place : places) rows.push_back(rows_[place]);
  return read_rows(rows);
}

/// Any rows, by reading pieces that hold several of them.
at::Tensor SeriesInTime::read_rows(const std::vector<std::int64_t>& rows) const {
  std::vector<std::int64_t> shape = series_.shape;
  shape[0] = static_cast<std::int64_t>(rows.size());
  at::Tensor values = at::empty(shape, series_.type);
  std::vector<std::int64_t> order(rows.size());  // ascending rows
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::int64_t a, std::int64_t b) { return rows[a] < rows[b]; });
  for (std::size_t from = 0; from < order.size();) {
    const std::int64_t begin = rows[order[from]];
    std::vector<std::int64_t> into, out_of;
    for (; from < order.size() && rows[order[from]] < begin + piece_; ++from) {
      into.push_back(order[from]);
      out_of.push_back(rows[order[from]] - begin);
    }
    const at::Tensor piece = read_values(series_, {begin, begin + out_of.back() + 1});
    values.index_copy_(0, at::tensor(into, at::kLong),
                       piece.index_select(0, at::tensor(out_of, at::kLong)));
  }
  return values;
}

}  // namespace facet
