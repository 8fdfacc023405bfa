#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "framework/embedding/feature_ranges.h"
#include "framework/sampling/loader.h"
#include "framework/training/multi_criterions.h"

// Where a result could not be trusted although nothing failed: a sentence each, for the user, with
// what to do about it.
namespace facet {

/// Objectives whose positives are nearly always the reference itself, in the first batches of the
/// loader: their loss is lowered without anything being learned.
std::vector<std::string> check_positives(const Loader& loader);

/// Quantities of the criterions that ended at a bound, such as a learnable temperature.
std::vector<std::string> check_bounds(const MultiCriterions& criterion);

/// Objectives whose slice of the embedding (T x outputs) hardly changes: their facet says nothing.
/// Rows that are not finite do not count.
std::vector<std::string> check_spread(const at::Tensor& embedding,
                                      const std::vector<FeatureRange>& feature_ranges);

}  // namespace facet
