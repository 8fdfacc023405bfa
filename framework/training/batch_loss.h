#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "facet/regularizer.h"
#include "framework/layout/session_layout.h"
#include "framework/sampling/samples.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// What is added to the losses.
struct Penalty {
  const Regularizer* regularizer = nullptr;
  std::vector<std::int64_t> objectives = {};  ///< whose slices it is of; empty: all
  Weights weights = {};                       ///< nothing: switched off

  bool is_of(std::size_t objective) const;
};

/// From which the random numbers of a batch follow: the model's dropout, the penalty's projections.
struct BatchRandom {
  std::uint64_t seed = 0;
  std::uint64_t number = 0;  ///< of the batch
};

/// The losses of all objectives on one batch; scalars.
struct BatchLoss {
  std::vector<ObjectiveLoss> losses;
  std::vector<at::Tensor> penalties;   ///< one for each objective, undefined where it has none;
                                       ///< empty when the regularizer is off
  at::Tensor total;                    ///< weighted sum of both; what is minimised
  std::vector<at::Tensor> embeddings;  ///< that they are of, without their gradients
};

/// Hands each encoder the random numbers of a batch.
void set_random(const Encoders& encoders, const BatchRandom& random);

/// A penalty over references, session by session: the mean over their windows. Of several ranks
/// this one's part.
at::Tensor mean_penalty(const Regularizer& regularizer, const std::vector<EncodedWindows>& sessions,
                        Random& random, const Ranks& ranks);

/// Encodes the batch, applies every criterion to its slice, and sums up with the penalty. Of
/// several ranks each has its part: those of all ranks together are the losses (see
/// sum_over_ranks).
BatchLoss batch_loss(const SessionLayout& layout, const Encoders& encoders,
                     MultiCriterions& criterion, const SampleBatch& batch,
                     const Weights& weights_loss, const Penalty& penalty, const BatchRandom& random,
                     Ranks& ranks);

}  // namespace facet
