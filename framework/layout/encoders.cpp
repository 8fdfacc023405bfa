#include "framework/layout/encoders.h"

#include "facet/error.h"

namespace facet {

Encoders::Encoders(const std::vector<std::shared_ptr<Model>>& models,
                   const std::vector<FeatureRange>& feature_ranges, bool renormalize) {
  if (models.empty()) throw Error("there is no encoder");
  for (const auto& model : models) {
    if (!model) throw Error("one of the encoders is null");
    if (model->offset() != models[0]->offset() || model->num_output() != models[0]->num_output())
      throw Error("the encoders of the sessions must have the same offset and number of outputs");
    models_.push_back(std::make_shared<SubspaceModel>(model, feature_ranges, renormalize));
  }
}

SubspaceModel& Encoders::of(std::int64_t session) const {
  return *(models_.size() == 1 ? models_[0] : models_.at(static_cast<std::size_t>(session)));
}

void Encoders::train(bool on) const {
  for (const auto& model : models_) model->train(on);
}

}  // namespace facet
