#pragma once

#include <vector>

#include "framework/training/batch_loss.h"

namespace facet {

at::Tensor mean_total(const std::vector<BatchLoss>& losses);

/// The row of the history: `total`, and for objective i `objective<i>.loss` (unweighted),
/// `.alignment`, `.uniformity`, `.weight`, `.regularizer`, `.regularizer_weight` and what its
/// criterion reports. Of several batches with the same weights their mean. Does not wait for the
/// device.
std::vector<Quantity> mean_report(const std::vector<BatchLoss>& losses, const Weights& weights_loss,
                                  const Weights& weights_regularizer,
                                  const MultiCriterions& criterion);

}  // namespace facet
