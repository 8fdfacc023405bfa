#include "framework/training/trust_checks.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "facet/option_info.h"
#include "facet/text.h"
#include "framework/training/finite_watch.h"
#include "framework/training/not_finite.h"

namespace facet {

namespace {

constexpr double least_spread = 0.01;

/// The root mean square of the rows' lengths, without a copy of them in double precision.
double length(const at::Tensor& rows) {
  const at::Tensor norm =
      at::linalg_vector_norm(rows, 2, at::OptionalIntArrayRef(), false, at::kDouble);
  return norm.item<double>() / std::sqrt(static_cast<double>(rows.size(0)));
}

}  // namespace

std::vector<std::string> check_bounds(const MultiCriterions& criterion) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < criterion.size(); ++i)
    for (const Quantity& quantity : criterion.quantities(i))
      if (quantity.at_bound.defined() && quantity.at_bound.item<bool>())
        warnings.push_back(item_key("objective", i) + ": the " + quantity.name +
                           " of its loss is held at its "
                           "bound, " +
                           number_text(quantity.value.item<double>(), 3) +
                           ", and was not found by training: set another bound, or take a loss "
                           "where it is fixed");
  return warnings;
}

void require_finite(const at::Tensor& embedding, const Bins& drawn) {
  std::int64_t wrong = 0;
  for (const Segment& segment : drawn.segments()) {
    const at::Tensor rows = embedding.narrow(0, segment.begin, segment.size());
    if (!all_finite(rows)) wrong += rows.isfinite().all(1).logical_not().sum().item<std::int64_t>();
  }
  if (wrong > 0)
    throw Error("the embedding is not finite in " + std::to_string(wrong) + " of " +
                std::to_string(drawn.size()) +
                " bins that were trained on, so the training failed: " + likely_causes);
}

std::vector<std::string> check_spread(const at::Tensor& embedding,
                                      const std::vector<FeatureRange>& feature_ranges) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < feature_ranges.size(); ++i) {
    const FeatureRange& range = feature_ranges[i];
    const at::Tensor slice = embedding.narrow(1, range.begin, range.size());
    const at::Tensor known = slice.index_select(0, slice.isfinite().all(1).nonzero().flatten());
    if (known.size(0) < 2) continue;
    const double spread = length(known - known.mean(0, false, at::kDouble).to(known.scalar_type()));
    if (spread > least_spread * std::min(1.0, length(known))) continue;
    warnings.push_back(item_key("objective", i) + ": its slice " + to_string(range) +
                       " has collapsed: over the recording the embedding there stays within " +
                       number_text(spread, 3) +
                       " of one point (root mean square), so that nothing "
                       "can be read from it: look at its loss in the history, train longer, or "
                       "change the loss or the learning rate");
  }
  return warnings;
}

}  // namespace facet
