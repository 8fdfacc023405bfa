#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/cebra/multiobjective_loader.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// Puts objectives together, one after the other:
///
///     MultiObjectiveConfig config(loader);
///     config.set_slice(0, 6);
///     config.set_loss("FixedEuclideanInfoNCE", {{"temperature", 1.0}});
///     config.set_distribution("time", {{"time_offset", 1}});
///     config.push();
///     ...
///     config.finalize();
///     solver(model, config.criterion(), ...)
///
/// As an `[[objective]]` each in a config file. Not thread-safe.
class FACET_API MultiObjectiveConfig {
 public:
  /// The loader is given the distributions and targets by finalize and finalized with it; it must
  /// outlive this object. Components come from its registry.
  explicit MultiObjectiveConfig(MultiobjectiveLoader& loader) : loader_(loader) {}

  void set_slice(std::int64_t start, std::int64_t end);
  void set_loss(const std::string& loss_name, Table options = {});
  void set_loss(ComponentChoice loss);
  /// For a contrastive loss; set_target for a supervised one.
  void set_distribution(const std::string& distribution_name, Table options = {});
  void set_distribution(ComponentChoice distribution);
  void set_target(LabelChoice target);

  /// Adds what was set as one objective. Throws Error for what is missing, for a distribution and a
  /// target together, and after finalize. Setting a key twice before push warns.
  void push();
  /// Throws OptionsError with all that is wrong; Error when called twice, when nothing was pushed,
  /// or when something was set and not pushed.
  void finalize();

  /// After finalize.
  const std::vector<SliceCriterion>& losses() const { return criterions_; }
  const std::shared_ptr<MultiCriterions>& criterion() const { return criterion_; }
  std::vector<FeatureRange> feature_ranges() const { return criterion_->feature_ranges(); }
  /// Setting a key twice and the like; also told by facet::warn.
  const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  struct Choices {
    std::optional<FeatureRange> slice;
    std::optional<ComponentChoice> loss;
    std::optional<ComponentChoice> distribution;
    std::optional<LabelChoice> target;
    bool empty() const { return !slice && !loss && !distribution && !target; }
  };

  void resolve(const Choices& choices, const std::string& key, Problems& problems);
  template <class T>
  void set(std::optional<T>& key, T value, const char* name);

  MultiobjectiveLoader& loader_;
  Choices current_;
  std::vector<Choices> pushed_;
  std::vector<SliceCriterion> criterions_;
  std::shared_ptr<MultiCriterions> criterion_;
  std::vector<std::string> warnings_;
  bool finalized_ = false;
};

}  // namespace facet
