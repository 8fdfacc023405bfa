#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/labels.h"

namespace facet {

/// Borders before bins: T bool, true where one lies between a bin and the one before it. The first
/// bin has none.

/// Where the discrete label `trials` changes. Throws Error for a missing or continuous label.
at::Tensor trial_borders(const Labels& labels, const std::string& trials);

/// Where the step from one time stamp to the next is larger than 1.5 times the median step. Throws
/// what time_stamps throws.
at::Tensor gap_borders(const Labels& labels, const std::string& time);

/// The time stamps in the label `time`: T float64. Throws Error for a missing label, one of several
/// columns, and stamps that are not finite or do not increase.
at::Tensor time_stamps(const Labels& labels, const std::string& time);

}  // namespace facet
