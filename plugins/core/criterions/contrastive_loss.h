#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

#include "../kernels/contrastive_tensors.h"
#include "facet/criterion.h"

namespace facet {

/// A contrastive loss whose kernel computes the gradients along with the value.
struct ContrastiveDefinition {
  const char* name;  ///< for messages
  std::function<kernels::Terms(const kernels::Samples&, bool with_gradient)> terms;
  double uniformity_weight = 1;  ///< total = mean(alignment + weight * uniformity)
};

/// The loss as libtorch's autograd knows it. reference, positive: B x d; negative: M x d;
/// inverse_temperature: a scalar of any float type. Differentiable once, in all four. Throws Error
/// on shapes that do not fit, and where a second derivative is asked for.
ContrastiveLoss contrastive_loss(const ContrastiveDefinition& definition,
                                 const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative, const at::Tensor& inverse_temperature);

}  // namespace facet
