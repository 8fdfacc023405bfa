#pragma once

#include <ATen/core/Tensor.h>

#include "facet/criterion.h"

namespace facet {

/// What a criterion compares: rows of an objective's slice of the embedding.
///
/// Contrastive: references, their positives, and the negatives that every reference meets.
/// Supervised: the predictions for the references alone, and the labels in `targets`.
struct Batch {
  at::Tensor reference;      ///< B x d
  at::Tensor positive = {};  ///< B x d
  at::Tensor negative = {};  ///< M x d
  Targets targets = {};
};

}  // namespace facet
