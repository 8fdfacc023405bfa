#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

#include "facet/bins.h"
#include "framework/binning/clock.h"

namespace facet {

enum class FillBy {
  interpolate,  ///< on the line between the values before and behind the hole
  nearest       ///< the nearer of the two; of two as near the one before
};

struct Filling {
  FillBy by = FillBy::interpolate;
  double gap = 0;       ///< s: a longer hole stays
  bool angles = false;  ///< radians: interpolated as directions, see angles.h
};

/// What was missing, and what of it is missing still.
struct Filled {
  at::Tensor values;        ///< of the shape that was given; what was given stays as it was
  at::Tensor missing;       ///< T bool, of whole numbers: what is missing still. Else undefined.
  std::int64_t filled = 0;  ///< bins of segments in which something was missing, and nothing is
  std::int64_t left = 0;    ///< bins of segments in which something is missing still
};

/// Fills the holes of each column of T x d float64, which are NaN; other columns do not matter to
/// it. A hole is of neighbouring bins, and as long as these: k bins last k * width. Filled is from
/// values of the same segment alone, and a hole at the end of a segment, which has a value on one
/// side only, by `nearest` alone. Bins of no segment stay. With the hole's neighbours a < k < b:
///
///     x(k) = x(a) + (k - a) / (b - a) * (x(b) - x(a))
///
/// Throws Error where the gap is below 0 or shorter than a bin, which would fill nothing.
Filled fill(const at::Tensor& values, const std::vector<Segment>& segments, const BinClock& bins,
            const Filling& filling);

/// The same of whole numbers, T int64, of which those in `missing`, T bool, are missing. Throws
/// Error, too, where they are to be interpolated: between classes there is nothing.
Filled fill(const at::Tensor& values, const at::Tensor& missing,
            const std::vector<Segment>& segments, const BinClock& bins, const Filling& filling);

}  // namespace facet
