#include "framework/reading/unobserved_bins.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/warning.h"

namespace facet {

namespace {

using Segments = std::vector<Segment>;

bool are_intervals_of(const FileArray& array, const FileArray& events) {
  if (array.facts().role != ArrayRole::intervals || !array.why_unreadable().empty()) return false;
  return array.is_ragged() ? array.facts().of == events.name() &&
                                 array.shape() == std::vector<std::int64_t>{events.shape()[0], 2}
                           : array.name() == events.name() + ".support";
}

/// Of the ticks begin, begin + 1, ..., end.
struct Observed {
  std::int64_t begin, end;
};

/// The bins that none of the intervals, n x 2 seconds, has a part of.
Segments bins_outside(const at::Tensor& intervals, const BinClock& bins) {
  if (intervals.size(0) == 0 || intervals.isnan().any().item<bool>()) return {};
  const at::Tensor ends = intervals.contiguous();
  const double* end = ends.data_ptr<double>();
  std::vector<Observed> observed;
  for (std::int64_t row = 0; row < ends.size(0); ++row, end += 2)
    observed.push_back({bins.ticks().at(end[0]), bins.ticks().at(end[1])});
  std::sort(observed.begin(), observed.end(),
            [](const Observed& a, const Observed& b) { return a.begin < b.begin; });
  const std::int64_t first = bins.edge(0), last = bins.edge(bins.size()) - 1;
  Segments outside;
  std::int64_t next = 0;  // bins before it are told of
  for (const Observed& part : observed) {
    if (part.end < std::max(part.begin, first) || part.begin > last) continue;
    const std::int64_t begin = bins.bin_of(std::max(part.begin, first));
    if (begin > next) outside.push_back({next, begin});
    next = std::max(next, bins.bin_of(std::min(part.end, last)) + 1);
  }
  if (next < bins.size()) outside.push_back({next, bins.size()});
  return outside;
}

/// Intervals of each unit.
std::vector<Segments> by_unit(const RaggedValues& intervals, const BinClock& bins) {
  std::vector<Segments> units;
  std::int64_t begin = 0;
  const at::Tensor values = intervals.values.to(at::kDouble);
  for (std::int64_t unit = 0; unit < intervals.ends.size(0); ++unit) {
    const auto end = intervals.ends[unit].item<std::int64_t>();
    units.push_back(bins_outside(values.slice(0, begin, end), bins));
    begin = end;
  }
  return units;
}

}  // namespace

std::vector<std::vector<Segment>> unobserved_bins(const FileArray& events, const FileArrays& file,
                                                  const BinClock& bins) {
  for (const FileArray& array : file) {
    if (!are_intervals_of(array, events)) continue;
    try {
      if (array.is_ragged()) return by_unit(array.read_ragged(), bins);
      const auto units = static_cast<std::size_t>(events.is_ragged() ? events.shape()[0] : 1);
      return std::vector<Segments>(units, bins_outside(array.read().to(at::kDouble), bins));
    } catch (const Error& error) {
      warn("it is not known when '" + events.name() + "' were observed: " + error.what());
    }
  }
  return {};
}

}  // namespace facet
