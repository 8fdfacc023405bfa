#pragma once

#include <vector>

#include "framework/ranks/ranks.h"
#include "framework/training/batch_loss.h"

namespace facet {

/// This rank's parts of the losses, which together are those of one rank: of a mean over references
/// (ContrastiveCriterion::is_mean_over_references) that over its share of them; of any other loss
/// the whole, divided by the number of ranks.
std::vector<ObjectiveLoss> losses_in_parts(MultiCriterions& criterion,
                                           const std::vector<Batch>& predictions, Ranks& ranks);

/// Replaces the gradients of the parameters, and all that the losses say, by their sums over all
/// ranks, in one go. Every rank has the same afterwards, to the last bit.
void sum_over_ranks(const std::vector<at::Tensor>& parameters, std::vector<BatchLoss>& losses,
                    Ranks& ranks);

}  // namespace facet
