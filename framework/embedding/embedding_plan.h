#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/model.h"
#include "framework/ranks/ranks.h"

namespace facet {

/// How the embedding of several lists of bins is computed in one forward pass, each bin once.
struct EmbeddingPlan {
  bool dense = false;  ///< one pass over the bins first .. first + count, not window by window
  std::int64_t first = 0;
  std::int64_t count = 0;
  at::Tensor bins;               ///< int64: whose windows are encoded; undefined when dense
  std::vector<at::Tensor> rows;  ///< for each list: where its bins are in the embedding
};

/// Plans for `lists` of bins (int64, CPU) of a recording with `num_bins` bins. Bins nearer to the
/// ends than the model's offset are moved inwards, as gather_windows does. Dense where the model is
/// convolutional, draws no random numbers (each window has its own), and that is less work: a
/// function of the bins and the offset alone.
EmbeddingPlan plan_embedding(const std::vector<at::Tensor>& lists, std::int64_t num_bins,
                             const Model& model);

/// The same with some bins more, so that what a convolution is given has one of few shapes: for
/// each that it has not seen cuDNN looks for an algorithm, which takes longer than the convolution.
/// Unchanged for a model that is not convolutional, or draws.
EmbeddingPlan in_few_shapes(EmbeddingPlan plan, std::int64_t num_bins, const Model& model);

/// The embedding of every list, in the order of the lists: each bins x outputs. `signals` is T x C
/// on the model's device. Every rank encodes its share of the bins.
std::vector<at::Tensor> embed(Model& model, const at::Tensor& signals, const EmbeddingPlan& plan,
                              Ranks& ranks);

}  // namespace facet
