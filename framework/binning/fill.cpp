#include "framework/binning/fill.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cmath>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/binning/angles.h"

namespace facet {

namespace {

/// Bins [begin, end) of a segment without a value, and whether there is one on either side.
struct Hole {
  std::int64_t begin, end;
  bool before, behind;
  std::int64_t size() const { return end - begin; }
};

/// Hands over the holes of a column; `missing(bin)` says what is one.
template <class Missing, class Take>
void for_each_hole(const std::vector<Segment>& segments, const Missing& missing, const Take& take) {
  for (const Segment& segment : segments)
    for (std::int64_t bin = segment.begin; bin < segment.end; ++bin) {
      if (!missing(bin)) continue;
      Hole hole{bin, bin, bin > segment.begin, false};
      while (hole.end < segment.end && missing(hole.end)) ++hole.end;
      hole.behind = hole.end < segment.end;
      take(hole);
      bin = hole.end;
    }
}

/// The bin from which a bin of the hole is filled.
std::int64_t nearest_bin(const Hole& hole, std::int64_t bin) {
  const bool from_before = bin - hole.begin <= hole.end - 1 - bin;
  return hole.before && (from_before || !hole.behind) ? hole.begin - 1 : hole.end;
}

bool can_be_filled(const Hole& hole, std::int64_t longest, FillBy by) {
  if (hole.size() > longest) return false;
  return by == FillBy::interpolate ? hole.before && hole.behind : hole.before || hole.behind;
}

/// How many bins the longest hole has.
std::int64_t longest_hole(const Filling& filling, const BinClock& bins) {
  const std::int64_t gap = gap_ticks(filling.gap, bins.ticks());
  const bool any = gap >= bins.edge(bins.size()) - bins.edge(0);
  const std::int64_t longest = any ? bins.size() : bins.bin_of(bins.edge(0) + gap);
  if (longest == 0)
    throw Error("a largest gap of " + number_text(filling.gap) + " s fills nothing in bins of " +
                number_text(bins.width()) + " s: it must be a bin or more");
  return longest;
}

void require_bins(const at::Tensor& values, const BinClock& bins) {
  if (values.dim() == 0 || values.size(0) != bins.size())
    throw Error("what is filled must have a row for each of the " + std::to_string(bins.size()) +
                " bins, it is " + shape_text(values.sizes()));
}

/// Counts the rows in which something was missing, and those in which something is.
void count_rows(const at::Tensor& was_missing, const at::Tensor& is_missing,
                const std::vector<Segment>& segments, Filled& filled) {
  for (const Segment& segment : segments) {
    const std::int64_t was =
        was_missing.slice(0, segment.begin, segment.end).sum().item<std::int64_t>();
    const std::int64_t is =
        is_missing.slice(0, segment.begin, segment.end).sum().item<std::int64_t>();
    filled.filled += was - is;
    filled.left += is;
  }
}

at::Tensor rows_with_nan(const at::Tensor& values) {
  const at::Tensor nan = values.isnan();
  return nan.dim() == 1 ? nan : nan.any(1);
}

}  // namespace

Filled fill(const at::Tensor& values, const std::vector<Segment>& segments, const BinClock& bins,
            const Filling& filling) {
  require_bins(values, bins);
  const std::int64_t longest = longest_hole(filling, bins);
  Filled filled;
  filled.values = values.to(at::kDouble).clone(at::MemoryFormat::Contiguous);
  const std::int64_t d = values.dim() == 1 ? 1 : values.size(1);
  for (std::int64_t column = 0; column < d; ++column) {
    double* first = filled.values.data_ptr<double>() + column;
    const auto value = [&](std::int64_t bin) -> double& { return first[bin * d]; };
    const auto interpolated = [&](const Hole& hole, std::int64_t bin) {
      const double from = value(hole.begin - 1), to = value(hole.end);
      const double w =
          static_cast<double>(bin - hole.begin + 1) / static_cast<double>(hole.size() + 1);
      return filling.angles ? angle_between(from, to, w) : from + w * (to - from);
    };
    for_each_hole(
        segments, [&](std::int64_t bin) { return std::isnan(value(bin)); },
        [&](const Hole& hole) {
          if (!can_be_filled(hole, longest, filling.by)) return;
          for (std::int64_t bin = hole.begin; bin < hole.end; ++bin)
            value(bin) = filling.by == FillBy::interpolate ? interpolated(hole, bin)
                                                           : value(nearest_bin(hole, bin));
        });
  }
  count_rows(rows_with_nan(values), rows_with_nan(filled.values), segments, filled);
  return filled;
}

Filled fill(const at::Tensor& values, const at::Tensor& missing,
            const std::vector<Segment>& segments, const BinClock& bins, const Filling& filling) {
  require_bins(values, bins);
  if (filling.by == FillBy::interpolate)
    throw Error("whole numbers and classes cannot be interpolated: they can be filled by nearest");
  const std::int64_t longest = longest_hole(filling, bins);
  Filled filled;
  filled.values = values.clone(at::MemoryFormat::Contiguous);
  filled.missing = missing.clone(at::MemoryFormat::Contiguous);
  std::int64_t* value = filled.values.data_ptr<std::int64_t>();
  bool* is_missing = filled.missing.data_ptr<bool>();
  for_each_hole(
      segments, [&](std::int64_t bin) { return is_missing[bin]; },
      [&](const Hole& hole) {
        if (!can_be_filled(hole, longest, filling.by)) return;
        for (std::int64_t bin = hole.begin; bin < hole.end; ++bin) {
          value[bin] = value[nearest_bin(hole, bin)];
          is_missing[bin] = false;
        }
      });
  count_rows(missing, filled.missing, segments, filled);
  return filled;
}

}  // namespace facet
