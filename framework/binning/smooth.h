#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/bins.h"
#include "framework/binning/clock.h"

namespace facet {

/// How counts are smoothed over time.
struct Smoothing {
  double sd = 0;        ///< of the Gaussian, in seconds
  bool causal = false;  ///< a bin is made of itself and of those before it
};

/// Counts smoothed within each segment by a Gaussian. Of bin k with the bins j of its segment
///
///     y(k) = sum_j w(k - j) x(j) / sum_j w(k - j),   w(i) = exp(-(i * width)^2 / (2 sd^2)),
///
/// over |k - j| <= R, or 0 <= k - j <= R where causal; R = 4 sd / width, rounded. The quotient
/// keeps the level at borders, where a part of the Gaussian lies outside: normalised convolution
/// (Knutsson and Westin, 1993, "Normalized and differential convolution"). Further inside than R
/// bins it is scipy.ndimage.gaussian_filter1d(x, sd / width, axis=0). Sums are float64.
///
/// `counts` are T x d of any real type, the result is T x d float32. Bins of no segment keep their
/// counts. Throws Error where sd is not finite or smaller than an eighth of a bin, which would
/// smooth nothing.
at::Tensor smooth(const at::Tensor& counts, const std::vector<Segment>& segments,
                  const BinClock& bins, const Smoothing& smoothing);

/// Counts divided by the width of a bin: events / s, float32.
at::Tensor rates(const at::Tensor& counts, const BinClock& bins);

}  // namespace facet
