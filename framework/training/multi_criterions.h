#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "facet/batch.h"
#include "facet/criterion.h"
#include "facet/export.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// A criterion and the slice of the embedding that it shapes.
struct SliceCriterion {
  FeatureRange slice;
  std::shared_ptr<Criterion> criterion;
};

/// The criterion as what it is: null where it is of the other form.
FACET_API const ContrastiveCriterion* as_contrastive(const Criterion* criterion);
FACET_API const SupervisedCriterion* as_supervised(const Criterion* criterion);

/// What one objective's criterion gave; scalars.
struct ObjectiveLoss {
  at::Tensor total;
  at::Tensor alignment;   ///< undefined for a supervised criterion
  at::Tensor uniformity;  ///< undefined for a supervised criterion
};

/// One weight for each objective, or nothing: switched off.
using Weights = std::optional<std::vector<double>>;

/// Several criterions, each for its slice of the embedding. Objectives may share one. Called from
/// the training thread alone.
class FACET_API MultiCriterions : public Stateful {
 public:
  /// Throws Error where there is none, or one that is null or of neither form, ComponentError where
  /// the state of one is not usable.
  explicit MultiCriterions(std::vector<SliceCriterion> criterions);

  /// The loss of every objective. `predictions` are slices already.
  std::vector<at::Tensor> forward(const std::vector<Batch>& predictions);
  /// The same with what the criterions say beside their total.
  std::vector<ObjectiveLoss> losses(const std::vector<Batch>& predictions);

  std::size_t size() const { return criterions_.size(); }
  const Criterion& criterion(std::size_t objective) const {
    return *criterions_[objective].criterion;
  }
  bool is_contrastive(std::size_t objective) const;
  /// What an objective's criterion tells beside its loss.
  std::vector<Quantity> quantities(std::size_t objective) const;
  std::vector<FeatureRange> feature_ranges() const;

  /// `criterions.<objective>.<name>`; of a shared criterion once, as the first's. Throws
  /// ComponentError where a criterion has other tensors now than it had at first: those are
  /// trained.
  std::vector<NamedTensor> state() const override;

 private:
  bool is_shared_with_an_earlier(std::size_t objective) const;
  ObjectiveLoss loss(std::size_t objective, const Batch& batch);

  std::vector<SliceCriterion> criterions_;
  std::vector<std::vector<NamedTensor>> states_;  ///< of each, when it came; none of a shared one
};

}  // namespace facet
