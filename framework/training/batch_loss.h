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

/// Encodes the batch, applies every criterion to its slice, and sums up with the penalty.
BatchLoss batch_loss(const SessionLayout& layout, const Encoders& encoders,
                     MultiCriterions& criterion, const SampleBatch& batch,
                     const Weights& weights_loss, const Penalty& penalty, const BatchRandom& random,
                     Ranks& ranks);

}  // namespace facet
