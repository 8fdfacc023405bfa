#include "framework/training/trust_checks.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <charconv>

#include "facet/option_info.h"

namespace facet {

namespace {

constexpr double most_own_positives = 0.9;
constexpr std::int64_t num_pairs = 1000;  // that are looked at, or a little more
constexpr double least_spread = 0.01;

std::string objective(std::size_t i) {
  return item_key("objective", i);
}

/// `0.05`, `97`: at most three digits that count.
std::string short_number(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3).ptr};
}

/// How many of the first pairs of each objective are a bin with itself.
struct PairCount {
  std::int64_t own = 0, all = 0;
};

std::vector<PairCount> count_pairs(const Loader& loader) {
  std::vector<PairCount> counts;
  std::int64_t drawn = 0;
  for (std::int64_t step = 0; step < loader.num_steps() && drawn < num_pairs; ++step) {
    const SampleBatch batch = loader.batch(step);
    counts.resize(batch.objectives.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const ObjectiveSamples& samples = batch.objectives[i];
      drawn += i == 0 ? samples.reference.numel() : 0;
      if (!samples.positive.defined()) continue;
      counts[i].all += samples.reference.numel();
      counts[i].own += (samples.positive == samples.reference).sum().item<std::int64_t>();
    }
  }
  return counts;
}

/// The root mean square of the rows' lengths.
double length(const at::Tensor& rows) {
  return std::sqrt(rows.square().sum(1).mean().item<double>());
}

}  // namespace

std::vector<std::string> check_positives(const Loader& loader) {
  std::vector<std::string> warnings;
  const std::vector<PairCount> counts = count_pairs(loader);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double part = static_cast<double>(counts[i].own) / static_cast<double>(counts[i].all);
    if (counts[i].all == 0 || part < most_own_positives) continue;
    warnings.push_back(objective(i) + ": " + short_number(100 * part) +
                       " % of the positives are the reference itself, so that there is hardly "
                       "anything to learn: let its distribution go farther than from one bin to "
                       "the next, or choose a label whose values come again");
  }
  return warnings;
}

std::vector<std::string> check_bounds(const MultiCriterions& criterion) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < criterion.size(); ++i)
    for (const Quantity& quantity : criterion.criterion(i).quantities())
      if (quantity.at_bound.defined() && quantity.at_bound.item<bool>())
        warnings.push_back(objective(i) + ": the " + quantity.name +
                           " of its loss is held at its "
                           "bound, " +
                           short_number(quantity.value.item<double>()) +
                           ", and was not found by training: set another bound, or take a loss "
                           "where it is fixed");
  return warnings;
}

std::vector<std::string> check_spread(const at::Tensor& embedding,
                                      const std::vector<FeatureRange>& feature_ranges) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < feature_ranges.size(); ++i) {
    const FeatureRange& range = feature_ranges[i];
    const at::Tensor slice = embedding.narrow(1, range.begin, range.size()).to(at::kDouble);
    const at::Tensor known = slice.index_select(0, slice.isfinite().all(1).nonzero().flatten());
    if (known.size(0) < 2) continue;
    const double spread = length(known - known.mean(0));
    if (spread > least_spread * std::min(1.0, length(known))) continue;
    warnings.push_back(objective(i) + ": its slice " + to_string(range) +
                       " has collapsed: over the recording the embedding there stays within " +
                       short_number(spread) +
                       " of one point (root mean square), so that nothing "
                       "can be read from it: look at its loss in the history, train longer, or "
                       "change the loss or the learning rate");
  }
  return warnings;
}

}  // namespace facet
