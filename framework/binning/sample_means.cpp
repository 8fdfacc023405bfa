#include "framework/binning/sample_means.h"

#include <cmath>
#include <limits>

#include "framework/binning/angles.h"

namespace facet {

namespace {

/// Hands over each sample that is in a bin, with the bin.
template <class Take>
void for_each_binned(const SeriesInTime& series, const BinClock& bins, const Take& take) {
  const std::int64_t d = series.series().columns();
  series.for_each_sample(bins.edge(0), bins.edge(bins.size()) - 1,
                         [&](std::span<const std::int64_t> ticks, const double* row) {
                           for (const std::int64_t tick : ticks) {
                             take(bins.bin_of(tick), row);
                             row += d;
                           }
                         });
}

/// The samples of one bin: those of the next one come later.
class Sums {
 public:
  Sums(std::int64_t d, bool angles) : angles_(angles), counts_(d), sums_(d), cosines_(d) {}

  void add(const double* row) {
    for (std::size_t column = 0; column < sums_.size(); ++column) {
      const double value = row[column];
      if (!std::isfinite(value)) continue;
      ++counts_[column];
      sums_[column] += angles_ ? std::sin(value) : value;
      if (angles_) cosines_[column] += std::cos(value);
    }
  }

  /// Writes the mean of each column, and begins anew.
  void take_means(double* means) {
    for (std::size_t column = 0; column < sums_.size(); ++column) {
      const double count = counts_[column];
      const double mean = sums_[column] / count;  // NaN where there is none
      means[column] = angles_ ? mean_angle(mean, cosines_[column] / count) : mean;
      counts_[column] = sums_[column] = cosines_[column] = 0;
    }
  }

 private:
  bool angles_;
  std::vector<double> counts_, sums_, cosines_;  // of angles the sums are of sines
};

}  // namespace

at::Tensor mean_of_samples(const SeriesInTime& series, const BinClock& bins, bool angles) {
  const std::int64_t d = series.series().columns();
  at::Tensor means = memory_of_bins(bins, {d}, at::kDouble);
  means.fill_(std::numeric_limits<double>::quiet_NaN());
  double* mean = means.data_ptr<double>();
  Sums sums(d, angles);
  std::int64_t current = -1;
  for_each_binned(series, bins, [&](std::int64_t bin, const double* row) {
    if (current >= 0 && bin != current) sums.take_means(mean + current * d);
    current = bin;
    sums.add(row);
  });
  if (current >= 0) sums.take_means(mean + current * d);
  return means;
}

at::Tensor count_of_samples(const SeriesInTime& series, const BinClock& bins) {
  const std::int64_t d = series.series().columns();
  at::Tensor counts = memory_of_bins(bins, {d}, at::kLong).zero_();
  std::int64_t* count = counts.data_ptr<std::int64_t>();
  for_each_binned(series, bins, [&](std::int64_t bin, const double* row) {
    for (std::int64_t column = 0; column < d; ++column)
      count[bin * d + column] += std::isfinite(row[column]);
  });
  return counts;
}

}  // namespace facet
