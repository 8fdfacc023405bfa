#pragma once

#include <memory>
#include <vector>

#include "facet/export.h"
#include "framework/embedding/subspace_model.h"

namespace facet {

/// The encoders of a run, divided into the same feature ranges: one for everything, or one
/// for each session, whose neurons it knows. The wrapped models are shared.
class FACET_API Encoders {
 public:
  /// At least one model, all with the same offset and number of outputs. Throws Error as
  /// SubspaceModel does.
  Encoders(const std::vector<std::shared_ptr<Model>>& models,
           const std::vector<FeatureRange>& feature_ranges, bool renormalize);

  std::size_t size() const { return models_.size(); }
  /// The encoder of a session: the only one where there is one.
  SubspaceModel& of(std::int64_t session) const;

  const std::vector<FeatureRange>& feature_ranges() const { return models_[0]->feature_ranges(); }
  std::int64_t num_output() const { return models_[0]->num_output(); }
  bool is_training() const { return models_[0]->is_training(); }
  void train(bool on = true) const;

 private:
  std::vector<std::shared_ptr<SubspaceModel>> models_;
};

}  // namespace facet
