#include "framework/binning/smooth.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// w(0), ..., w(R), as far as there are bins.
std::vector<double> gaussian(double sd, double width, std::int64_t num_bins) {
  const double bins = sd / width;
  if (!std::isfinite(sd) || std::floor(4 * bins + 0.5) < 1)
    throw Error("a Gaussian with an s.d. of " + number_text(sd) + " s smooths nothing in bins of " +
                number_text(width) + " s: its s.d. must be an eighth of a bin or more, " +
                number_text(width / 8) + " s");
  const double radius = std::min(std::floor(4 * bins + 0.5), static_cast<double>(num_bins));
  std::vector<double> weights;
  for (double i = 0; i <= radius; ++i) weights.push_back(std::exp(-0.5 * (i / bins) * (i / bins)));
  return weights;
}

/// The rows of one segment; `in` and `out` begin with its first.
void smooth_segment(const float* in, float* out, std::int64_t num_bins, std::int64_t d,
                    const std::vector<double>& weights, bool causal) {
  const auto radius = static_cast<std::int64_t>(weights.size()) - 1;
  at::parallel_for(0, num_bins, 64, [&](std::int64_t begin, std::int64_t end) {
    std::vector<double> sums(d);
    for (std::int64_t k = begin; k < end; ++k) {
      std::fill(sums.begin(), sums.end(), 0);
      double all = 0;
      const std::int64_t last = causal ? k : std::min(num_bins - 1, k + radius);
      for (std::int64_t j = std::max<std::int64_t>(0, k - radius); j <= last; ++j) {
        const double weight = weights[std::abs(k - j)];
        const float* row = in + j * d;
        for (std::int64_t column = 0; column < d; ++column) sums[column] += weight * row[column];
        all += weight;
      }
      for (std::int64_t column = 0; column < d; ++column)
        out[k * d + column] = static_cast<float>(sums[column] / all);
    }
  });
}

}  // namespace

at::Tensor smooth(const at::Tensor& counts, const std::vector<Segment>& segments,
                  const BinClock& bins, const Smoothing& smoothing) {
  const std::vector<double> weights = gaussian(smoothing.sd, bins.width(), bins.size());
  const at::Tensor in = counts.to(at::kFloat).contiguous();
  at::Tensor out = memory_of_bins(bins, in.sizes().slice(1), at::kFloat).copy_(in);
  const std::int64_t d = in.size(1);
  for (const Segment& segment : segments)
    smooth_segment(in.data_ptr<float>() + segment.begin * d,
                   out.data_ptr<float>() + segment.begin * d, segment.size(), d, weights,
                   smoothing.causal);
  return out;
}

at::Tensor rates(const at::Tensor& counts, const BinClock& bins) {
  const at::Tensor in = counts.to(at::kFloat).contiguous();
  at::Tensor out = at::empty_like(in);
  const auto rate = [width = bins.width()](float count) {
    return static_cast<float>(count / width);
  };
  std::transform(in.data_ptr<float>(), in.data_ptr<float>() + in.numel(), out.data_ptr<float>(),
                 rate);
  return out;
}

}  // namespace facet
