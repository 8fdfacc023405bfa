#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/bins.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/training/multi_criterions.h"

// Where what was learned could not be trusted although nothing failed: a sentence each, for the
// user, with what to do about it.
namespace facet {

/// Quantities of the criterions that ended at a bound, such as a learnable temperature.
std::vector<std::string> check_bounds(const MultiCriterions& criterion);

/// Objectives whose slice of the embedding (T x outputs) hardly changes: their facet says nothing.
/// Rows that are not finite do not count.
std::vector<std::string> check_spread(const at::Tensor& embedding,
                                      const std::vector<FeatureRange>& feature_ranges);

/// Throws Error where the embedding (T x outputs) is not finite in bins that were drawn from, which
/// all have a window: parameters may be finite and still overflow.
void require_finite(const at::Tensor& embedding, const Bins& drawn);

}  // namespace facet
