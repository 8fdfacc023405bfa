#include "framework/binning/align_samples.h"

#include <ATen/ops/tensor.h>

#include <limits>
#include <vector>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/binning/sample_lines.h"
#include "framework/binning/sample_means.h"
#include "framework/binning/sample_rows.h"

namespace facet {

namespace {

/// The samples at the places, one for each bin.
void take_rows(const SeriesInTime& series, const BinClock& bins,
               const std::vector<std::int64_t>& places, AlignedSamples& aligned) {
  const bool whole = at::isIntegralType(series.series().type, /*includeBool=*/true);
  const std::int64_t d = series.series().columns();
  aligned.values = memory_of_bins(bins, {d}, whole ? at::kLong : at::kDouble);
  aligned.values.fill_(whole ? -1 : std::numeric_limits<double>::quiet_NaN());
  if (whole) aligned.missing = memory_of_bins(bins, {}, at::kBool).fill_(true);
  std::vector<std::int64_t> taken, into;
  const auto write = [&] {
    const at::Tensor of_bins = at::tensor(into, at::kLong);
    const at::Tensor rows = series.values_at(taken).view({-1, d});
    aligned.values.index_copy_(0, of_bins, rows.to(aligned.values.scalar_type()));
    if (whole) aligned.missing.index_fill_(0, of_bins, false);
    taken.clear();
    into.clear();
  };
  for (std::int64_t bin = 0; bin < bins.size(); ++bin) {
    if (places[bin] < 0) continue;
    taken.push_back(places[bin]);
    into.push_back(bin);
    if (static_cast<std::int64_t>(taken.size()) == series.piece()) write();
  }
  if (!taken.empty()) write();
}

void require_numbers(const SampleSeries& series) {
  const std::size_t dim = series.shape.size();
  if ((dim != 1 && dim != 2) || series.columns() == 0)
    throw Error("samples must be rows, or rows x columns, they are " + shape_text(series.shape));
  if (at::isComplexType(series.type))
    throw Error("samples are complex numbers, they must be real ones");
}

}  // namespace

AlignedSamples align_samples(const SampleSeries& samples, const BinClock& bins,
                             const Alignment& alignment) {
  require_numbers(samples);
  const std::int64_t gap = gap_ticks(alignment.gap, bins.ticks());
  const SeriesInTime series(samples, bins.ticks());
  AlignedSamples aligned;
  aligned.faults = series.faults();
  switch (alignment.by) {
    case AlignBy::mean: aligned.values = mean_of_samples(series, bins, alignment.angles); break;
    case AlignBy::last: take_rows(series, bins, last_places(series, bins, gap), aligned); break;
    case AlignBy::nearest:
      take_rows(series, bins, nearest_places(series, bins, gap), aligned);
      break;
    case AlignBy::linear:
      aligned.values = samples_on_lines(series, bins, gap, alignment.angles);
      break;
    case AlignBy::count: aligned.values = count_of_samples(series, bins); break;
  }
  if (samples.shape.size() == 1) aligned.values = aligned.values.squeeze(1);
  return aligned;
}

}  // namespace facet
