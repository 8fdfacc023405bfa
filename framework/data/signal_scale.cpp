#include "framework/data/signal_scale.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"

namespace facet {

at::Tensor SignalScale::apply(const at::Tensor& signals) const {
  if (signals.dim() != 2 || signals.size(1) != mean.size(0))
    throw Error("z-scores are known for " + std::to_string(mean.size(0)) + " channels, not " +
                std::to_string(signals.size(-1)));
  return ((signals - mean) / deviation).to(at::kFloat);
}

SignalScale signal_scale(const at::Tensor& signals, const std::vector<Segment>& segments) {
  at::Tensor sum = at::zeros({signals.size(1)}, at::kDouble), squares = at::zeros_like(sum);
  double count = 0;
  const auto each = [&](const auto& add) {
    for (const Segment& segment : segments)
      add(signals.slice(0, segment.begin, segment.end).to(at::kDouble));
  };
  each([&](const at::Tensor& part) {
    sum += part.sum(0);
    count += static_cast<double>(part.size(0));
  });
  const at::Tensor mean = sum / count;
  each([&](const at::Tensor& part) { squares += (part - mean).square().sum(0); });
  const at::Tensor deviation = (squares / count).sqrt();
  return {mean, deviation.masked_fill(deviation.eq(0), 1)};
}

}  // namespace facet
