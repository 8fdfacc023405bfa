#pragma once

#include <memory>
#include <vector>

#include "facet/export.h"
#include "facet/model.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// A model whose embedding is divided into feature ranges, one for each objective.
///
/// With `renormalize`, each part of the embedding (see renormalize_ranges) is brought to unit
/// length; a range that spans k parts then has norm sqrt(k). Ranges may overlap without it.
///
/// The wrapped model is shared.
class FACET_API SubspaceModel : public Model {
 public:
  /// Throws Error for an empty range, one beyond the model's outputs, or ranges that cannot be
  /// renormalized.
  SubspaceModel(std::shared_ptr<Model> module, std::vector<FeatureRange> feature_ranges,
                bool renormalize);

  /// The whole embedding, renormalized part by part: B x num_output() (x T').
  at::Tensor forward(const at::Tensor& windows) override;

  Offset offset() const override { return promised_.offset; }
  std::int64_t num_output() const override { return promised_.num_output; }
  bool convolutional() const override { return promised_.convolutional; }
  bool normalized() const override { return promised_.normalized; }

  Model& module() const { return *module_; }  ///< the wrapped model
  const std::vector<FeatureRange>& feature_ranges() const { return feature_ranges_; }
  bool renormalize() const { return !parts_.empty(); }

 private:
  /// What the wrapped model says of itself: it is asked once, and held to it.
  struct Promised {
    Offset offset;
    std::int64_t num_output;
    bool convolutional;
    bool normalized;
  };
  static Promised promised_by(const Model& module);
  at::Tensor encode(const at::Tensor& windows);
  bool learns() const;

  std::shared_ptr<Model> module_;
  Promised promised_;
  std::vector<at::Tensor> parameters_;
  std::vector<FeatureRange> feature_ranges_;
  std::vector<FeatureRange> parts_;  // brought to unit length one by one; empty: none
};

}  // namespace facet
