#pragma once

#include <memory>
#include <vector>

#include "facet/export.h"
#include "framework/embedding/subspace_model.h"

namespace facet {

/// The engine's SubspaceModel with CEBRA's way of asking for its output: one tensor for each
/// feature range.
class FACET_API SubspaceMultiobjectiveModel : public SubspaceModel {
 public:
  /// Throws Error as SubspaceModel does.
  SubspaceMultiobjectiveModel(std::shared_ptr<Model> module,
                              std::vector<FeatureRange> feature_ranges, bool renormalize,
                              bool split_outputs = true);

  /// One tensor for each feature range; the whole embedding alone when outputs are not split.
  std::vector<at::Tensor> outputs(const at::Tensor& windows);
  void set_split_outputs(bool split_outputs) { split_outputs_ = split_outputs; }

 private:
  bool split_outputs_;
};

/// The same around a convolutional model: one pass over a long window gives the embedding of every
/// bin in it. Throws Error when the model is not convolutional.
class FACET_API SubspaceMultiobjectiveConvolutionalModel : public SubspaceMultiobjectiveModel {
 public:
  SubspaceMultiobjectiveConvolutionalModel(std::shared_ptr<Model> module,
                                           std::vector<FeatureRange> feature_ranges,
                                           bool renormalize, bool split_outputs = true);
};

}  // namespace facet
