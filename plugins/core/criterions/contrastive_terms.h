#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

#include "facet/criterion.h"

namespace facet {

/// Alignment or uniformity: its value for each reference, and the gradients of the mean of these.
struct Term {
  at::Tensor rows;                 ///< B
  at::Tensor reference;            ///< B x d
  at::Tensor other;                ///< of the positives (B x d) or the negatives (M x d)
  at::Tensor inverse_temperature;  ///< a scalar
};

/// `inputs` are without a gradient; the gradients may be left undefined without `with_gradient`.
struct TermInputs {
  at::Tensor reference, positive, negative;
  at::Tensor inverse_temperature;  ///< a scalar of the references' type
  bool with_gradient = false;
};

/// A contrastive loss that computes its gradients along with its value, in chunks of rows, so that
/// no B x M matrix outlives a chunk.
struct ContrastiveTerms {
  const char* name;  ///< for messages
  std::function<Term(const TermInputs&)> alignment, uniformity;
  double uniformity_weight = 1;  ///< total = mean(alignment + weight * uniformity)
};

/// The loss as libtorch's autograd knows it. reference, positive: B x d; negative: M x d;
/// inverse_temperature: a scalar of any float type. Differentiable once, in all four. Throws Error
/// on shapes that do not fit, and where a second derivative is asked for.
ContrastiveLoss contrastive_loss(const ContrastiveTerms& terms, const at::Tensor& reference,
                                 const at::Tensor& positive, const at::Tensor& negative,
                                 const at::Tensor& inverse_temperature);

}  // namespace facet
