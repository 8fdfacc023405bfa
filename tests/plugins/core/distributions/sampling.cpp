#include "plugins/core/distributions/sampling.h"

#include <ATen/ops/tensor.h>

#include <cmath>

namespace facet {

SamplingSpace one_segment(std::int64_t n, std::vector<Label> labels) {
  return in_segments({{0, n}}, std::move(labels));
}

SamplingSpace in_segments(std::vector<Segment> segments, std::vector<Label> labels) {
  const std::int64_t num_bins =
      labels.empty() ? segments.back().end : labels.front().values.size(0);
  return {Labels(num_bins, std::move(labels)), segments, Bins(segments)};
}

Label continuous_label(const std::string& name, const std::vector<double>& values) {
  return {name, LabelKind::continuous, at::tensor(values, at::kDouble).unsqueeze(1)};
}

Label discrete_label(const std::string& name, const std::vector<std::int64_t>& values) {
  return {name, LabelKind::discrete, at::tensor(values, at::kLong)};
}

DrawnPairs draw_pairs(const Distribution& distribution, std::int64_t count, std::uint64_t seed) {
  Random random(seed);
  DrawnPairs pairs;
  const Bins& allowed = distribution.references();
  for (std::int64_t i = 0; i < count; ++i)
    pairs.references.push_back(allowed[random.below(allowed.size())]);
  pairs.positives = distribution.sample(pairs.references, random);
  return pairs;
}

std::map<std::int64_t, double> counts(const std::vector<std::int64_t>& values) {
  std::map<std::int64_t, double> counted;
  for (const std::int64_t value : values) counted[value] += 1;
  return counted;
}

double chi_square_z(const std::map<std::int64_t, double>& observed) {
  double total = 0;
  for (const auto& [value, count] : observed) total += count;
  const auto groups = static_cast<double>(observed.size());
  double chi_square = 0;
  for (const auto& [value, count] : observed)
    chi_square += std::pow(count - total / groups, 2) / (total / groups);
  const double freedom = groups - 1, spread = 2 / (9 * freedom);
  return (std::cbrt(chi_square / freedom) - (1 - spread)) / std::sqrt(spread);
}

}  // namespace facet
