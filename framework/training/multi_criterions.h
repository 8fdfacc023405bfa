#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/batch.h"
#include "facet/criterion.h"
#include "facet/options.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/registry/registry.h"

namespace facet {

/// One loss of a MultiCriterions: a slice, and a criterion for either mode.
struct LossConfig {
  FeatureRange indices;
  std::optional<ComponentChoice> contrastive_loss = {};
  std::optional<ComponentChoice> supervised_loss = {};
};

/// What one objective's criterion gave; scalars.
struct ObjectiveLoss {
  at::Tensor total;
  at::Tensor alignment;   ///< undefined for a supervised criterion
  at::Tensor uniformity;  ///< likewise
};

/// Whether each objective has a criterion of its own, or all of them one (and its temperature).
enum class CriterionUse { own, shared };

/// Several criterions, each for its slice of the embedding. Called from the training thread alone.
class MultiCriterions : public Stateful {
 public:
  /// Creates the criterions by name. `mode` is "contrastive" or "supervised" and says which loss of
  /// each entry is used; without it each entry must have exactly one, of either kind. A shared
  /// criterion is the first entry's. Throws OptionsError with all that is wrong (keys
  /// `losses[i].contrastive_loss...`).
  MultiCriterions(Registry& registry, const std::vector<LossConfig>& losses,
                  const std::optional<std::string>& mode, CriterionUse use = CriterionUse::own);

  /// The loss of every objective. `predictions` are slices already: `indices` says of what, and is
  /// not applied again.
  std::vector<at::Tensor> forward(const std::vector<Batch>& predictions);
  /// The same with what the criterions say beside their total.
  std::vector<ObjectiveLoss> evaluate(const std::vector<Batch>& predictions);

  std::size_t size() const { return criterions_.size(); }
  const Criterion& criterion(std::size_t objective) const { return *criterions_[objective]; }
  bool is_contrastive(std::size_t objective) const;
  std::vector<FeatureRange> feature_ranges() const { return feature_ranges_; }

  /// `criterions.<objective>.<name>`; of a shared criterion once, as the first's.
  std::vector<NamedTensor> state() const override;

 private:
  ObjectiveLoss evaluate(std::size_t objective, const Batch& batch);

  std::vector<FeatureRange> feature_ranges_;
  std::vector<std::shared_ptr<Criterion>> criterions_;
};

}  // namespace facet
