#pragma once

#include <optional>
#include <vector>

#include "framework/training/multi_criterions.h"

namespace facet {

/// One weight an objective, or nothing: switched off.
using Weights = std::optional<std::vector<double>>;

/// What one evaluation of all objectives gave.
struct Evaluation {
  std::vector<ObjectiveLoss> losses;
  std::vector<at::Tensor> penalties;  ///< one an objective; empty when the regularizer is off
  at::Tensor total;                   ///< weighted sum of both; what is minimised
};

/// The row of the history: `total`, and for objective i `objective<i>.loss` (unweighted),
/// `.alignment`, `.uniformity`, `.weight`, `.regularizer`, `.regularizer_weight` and what its
/// criterion reports. One transfer from the device.
std::vector<Quantity> step_report(const Evaluation& evaluation, const Weights& weights_loss,
                                  const Weights& weights_regularizer,
                                  const MultiCriterions& criterion);

}  // namespace facet
