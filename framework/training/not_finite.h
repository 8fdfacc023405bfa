#pragma once

#include <string>

#include "facet/error.h"
#include "facet/model.h"
#include "facet/optimizer.h"
#include "facet/regularizer.h"
#include "framework/training/finite_watch.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// Who takes part in a training and can have made something that is not finite.
struct TrainedBy {
  const MultiCriterions& criterion;
  const Optimizer& optimizer;
  const Model& model;
  const Regularizer* regularizer = nullptr;
};

/// What was not finite, at which step, and whose: `the loss of objective[0].loss (criterion
/// torch_nn/nn.MSELoss) is not finite at step 4`.
std::string to_string(const NotFinite& found, const TrainedBy& by);

/// `the loss of objective[0].loss (criterion torch_nn/nn.MSELoss) is not finite`; with the encoder
/// whose embedding was not finite either.
std::string not_finite_loss(const Criterion& criterion, const Model* encoder);

/// `...: likely causes are ...`: what to look at.
extern const char* const likely_causes;

}  // namespace facet
