#pragma once

#include <cstdint>
#include <vector>

#include "facet/regularizer.h"
#include "framework/layout/encoders.h"
#include "framework/sampling/samples.h"
#include "framework/training/step_report.h"

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

/// The losses of all objectives on one batch, weighted and summed up with the penalty.
Evaluation evaluate_batch(const Encoders& encoders, MultiCriterions& criterion,
                          const SampleBatch& batch, const Weights& weights_loss,
                          const Penalty& penalty, const BatchRandom& random);

}  // namespace facet
