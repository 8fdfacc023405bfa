#pragma once

#include <memory>
#include <vector>

#include "facet/model.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// A model whose embedding is divided into feature ranges, one for each objective.
///
/// With `renormalize`, each part of the embedding (see renormalize_ranges) is brought to unit
/// length; a range that spans k parts then has norm sqrt(k). Ranges may overlap without it.
///
/// The wrapped model is shared; its state has the prefix `module.`.
class SubspaceMultiobjectiveModel : public Model {
 public:
  /// Throws Error for an empty range, one beyond the model's outputs, or ranges that cannot be
  /// renormalized.
  SubspaceMultiobjectiveModel(std::shared_ptr<Model> module,
                              std::vector<FeatureRange> feature_ranges, bool renormalize,
                              bool split_outputs = true);

  /// The whole embedding, renormalized part by part: B x num_output() (x T').
  at::Tensor forward(const at::Tensor& windows) override;

  /// One tensor for each feature range; the whole embedding alone when outputs are not split.
  std::vector<at::Tensor> outputs(const at::Tensor& windows);
  std::vector<at::Tensor> split(const at::Tensor& embedding) const;

  Offset offset() const override { return module_->offset(); }
  std::int64_t num_output() const override { return module_->num_output(); }
  bool convolutional() const override { return module_->convolutional(); }
  bool normalized() const override { return module_->normalized(); }

  const std::vector<FeatureRange>& feature_ranges() const { return feature_ranges_; }
  bool renormalize() const { return !parts_.empty(); }
  void set_split_outputs(bool split_outputs) { split_outputs_ = split_outputs; }

 private:
  std::shared_ptr<Model> module_;
  std::vector<FeatureRange> feature_ranges_;
  std::vector<FeatureRange> parts_;  // brought to unit length one by one; empty: none
  bool split_outputs_;
};

/// The same around a convolutional model: one pass over a long window gives the embedding of every
/// bin in it. Throws Error when the model is not convolutional.
class SubspaceMultiobjectiveConvolutionalModel : public SubspaceMultiobjectiveModel {
 public:
  SubspaceMultiobjectiveConvolutionalModel(std::shared_ptr<Model> module,
                                           std::vector<FeatureRange> feature_ranges,
                                           bool renormalize, bool split_outputs = true);
};

/// The one of the two that suits the model.
std::shared_ptr<SubspaceMultiobjectiveModel> create_multiobjective_model(
    std::shared_ptr<Model> module, std::vector<FeatureRange> feature_ranges, bool renormalize,
    bool split_outputs = true);

}  // namespace facet
