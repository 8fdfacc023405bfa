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
  std::vector<at::Tensor> penalties;  ///< one an objective, undefined where it has none; empty when
                                      ///< the regularizer is off
  at::Tensor total;                   ///< weighted sum of both; what is minimised
};

at::Tensor mean_total(const std::vector<Evaluation>& evaluations);

/// The row of the history: `total`, and for objective i `objective<i>.loss` (unweighted),
/// `.alignment`, `.uniformity`, `.weight`, `.regularizer`, `.regularizer_weight` and what its
/// criterion reports. Of several evaluations with the same weights their mean.
std::vector<Quantity> mean_report(const std::vector<Evaluation>& evaluations,
                                  const Weights& weights_loss, const Weights& weights_regularizer,
                                  const MultiCriterions& criterion);

}  // namespace facet
