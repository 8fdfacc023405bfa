#include "framework/binning/bin_events.h"

#include <ATen/Parallel.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// What is told of a unit's events.
struct UnitEvents {
  std::int64_t outside = 0, backwards = 0;
  std::int64_t first_wrong = -1;  // that is NaN or infinite
};

/// Adds 1 to counts[bin * stride] for each event.
template <class Count>
UnitEvents count(std::span<const double> times, const BinClock& bins, Count* counts,
                 std::int64_t stride) {
  UnitEvents told;
  double before = -std::numeric_limits<double>::infinity();
  for (const double& time : times) {
    if (!std::isfinite(time)) {
      told.first_wrong = &time - times.data();
      return told;
    }
    if (time < before) told.backwards += bins.ticks().at(time) < bins.ticks().at(before);
    before = time;
    if (const std::int64_t bin = bins.bin_at(time); bin >= 0)
      counts[bin * stride] += 1;
    else
      ++told.outside;
  }
  return told;
}

/// Units are counted side by side, so that what is written is whole lines of the cache.
constexpr std::int64_t units_a_block = 16;
constexpr std::int64_t most_buffered = 1 << 20;  // bins: 64 MB for each thread

/// Counts the units [begin, end) into their columns of `counts`, T x all units.
template <class Count>
void count_block(const std::vector<std::span<const double>>& units, std::int64_t begin,
                 std::int64_t end, const BinClock& bins, Count* counts,
                 std::vector<UnitEvents>& told) {
  const auto num_units = static_cast<std::int64_t>(units.size());
  const std::int64_t num_bins = bins.size(), width = end - begin;
  if (num_units == 1 || num_bins > most_buffered) {
    for (std::int64_t bin = 0; bin < num_bins; ++bin)
      std::fill_n(counts + bin * num_units + begin, width, Count{0});
    for (std::int64_t unit = begin; unit < end; ++unit)
      told[unit] = count(units[unit], bins, counts + unit, num_units);
    return;
  }
  std::vector<std::uint32_t> buffer(width * num_bins, 0);
  for (std::int64_t unit = begin; unit < end; ++unit)
    told[unit] = count(units[unit], bins, buffer.data() + (unit - begin) * num_bins, 1);
  for (std::int64_t bin = 0; bin < num_bins; ++bin)
    for (std::int64_t unit = 0; unit < width; ++unit)
      counts[bin * num_units + begin + unit] = static_cast<Count>(buffer[unit * num_bins + bin]);
}

/// The events of each unit.
std::vector<std::span<const double>> split_units(const at::Tensor& values, const at::Tensor& ends) {
  if (values.scalar_type() != at::kDouble || values.dim() != 1)
    throw Error("times of events must be float64, one for each, they are " +
                shape_text(values.sizes()) + " of " + c10::toString(values.scalar_type()));
  const double* times = values.data_ptr<double>();
  std::vector<std::span<const double>> units;
  std::int64_t begin = 0;
  for (std::int64_t unit = 0; unit < ends.size(0); ++unit) {
    const std::int64_t end = ends.data_ptr<std::int64_t>()[unit];
    units.emplace_back(times + begin, times + end);
    begin = end;
  }
  return units;
}

void require_finite(std::int64_t unit, std::span<const double> times, const UnitEvents& told,
                    const std::vector<std::string>& names) {
  if (told.first_wrong < 0) return;
  throw Error("the time of event " + std::to_string(told.first_wrong) + " of unit " +
              (names.empty() ? std::to_string(unit) : "'" + names.at(unit) + "'") + " is " +
              number_text(times[told.first_wrong]) +
              ": each event needs a time in seconds, leave out what has none");
}

}  // namespace

BinnedEvents bin_events(const RaggedValues& events, const BinClock& bins, at::ScalarType type,
                        const std::vector<std::string>& names) {
  const at::Tensor values = events.values.contiguous(), ends = events.ends.contiguous();
  const std::vector<std::span<const double>> units = split_units(values, ends);
  const auto num_units = static_cast<std::int64_t>(units.size());
  std::vector<UnitEvents> told(units.size());
  BinnedEvents binned;
  binned.counts = memory_of_bins(bins, {num_units}, type);
  const auto count_all = [&](auto* counts) {
    const std::int64_t num_blocks = (num_units + units_a_block - 1) / units_a_block;
    at::parallel_for(0, num_blocks, 1, [&](std::int64_t first, std::int64_t last) {
      for (std::int64_t block = first; block < last; ++block)
        count_block(units, block * units_a_block, std::min((block + 1) * units_a_block, num_units),
                    bins, counts, told);
    });
  };
  if (type == at::kLong)
    count_all(binned.counts.data_ptr<std::int64_t>());
  else
    count_all(binned.counts.data_ptr<float>());
  for (std::int64_t unit = 0; unit < num_units; ++unit) {
    require_finite(unit, units[unit], told[unit], names);
    binned.outside += told[unit].outside;
    binned.backwards += told[unit].backwards;
    if (told[unit].backwards > 0 && binned.first_backwards_unit < 0)
      binned.first_backwards_unit = unit;
  }
  return binned;
}

BinnedEvents bin_events(const at::Tensor& train, const BinClock& bins, at::ScalarType type) {
  return bin_events({train, at::tensor({train.size(0)}, at::kLong)}, bins, type);
}

}  // namespace facet
