#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace facet {

/// What a contrastive criterion compares: rows of embedding, one width d for the three.
/// Supervised: `reference` is the prediction and `positive` the target; `negative` is undefined.
struct Batch {
  at::Tensor reference;                 ///< B x d
  at::Tensor positive;                  ///< B x d
  at::Tensor negative = {};             ///< M x d
  std::vector<at::Tensor> others = {};  ///< supervised: what other_labels() asks for
};

}  // namespace facet
