#include "framework/training/multi_criterions.h"

#include <algorithm>

#include "facet/error.h"

namespace facet {

const ContrastiveCriterion* as_contrastive(const Criterion* criterion) {
  return dynamic_cast<const ContrastiveCriterion*>(criterion);
}

const SupervisedCriterion* as_supervised(const Criterion* criterion) {
  return dynamic_cast<const SupervisedCriterion*>(criterion);
}

MultiCriterions::MultiCriterions(std::vector<SliceCriterion> criterions)
    : criterions_(std::move(criterions)) {
  if (criterions_.empty()) throw Error("there is no criterion");
  for (std::size_t i = 0; i < size(); ++i) {
    const Criterion* own = criterions_[i].criterion.get();
    if (!own) throw Error("criterion " + std::to_string(i) + " is null");
    if (!as_contrastive(own) && !as_supervised(own))
      throw Error("criterion " + std::to_string(i) + " is neither contrastive nor supervised");
  }
}

bool MultiCriterions::is_contrastive(std::size_t objective) const {
  return as_contrastive(&criterion(objective)) != nullptr;
}

std::vector<FeatureRange> MultiCriterions::feature_ranges() const {
  std::vector<FeatureRange> ranges;
  for (const SliceCriterion& own : criterions_) ranges.push_back(own.slice);
  return ranges;
}

std::vector<at::Tensor> MultiCriterions::forward(const std::vector<Batch>& predictions) {
  std::vector<at::Tensor> totals;
  for (const ObjectiveLoss& loss : losses(predictions)) totals.push_back(loss.total);
  return totals;
}

std::vector<ObjectiveLoss> MultiCriterions::losses(const std::vector<Batch>& predictions) {
  if (predictions.size() != size())
    throw Error("there are " + std::to_string(size()) + " criterions, but " +
                std::to_string(predictions.size()) + " predictions");
  std::vector<ObjectiveLoss> losses;
  for (std::size_t i = 0; i < size(); ++i) losses.push_back(loss(i, predictions[i]));
  return losses;
}

ObjectiveLoss MultiCriterions::loss(std::size_t objective, const Batch& batch) {
  Criterion* criterion = criterions_[objective].criterion.get();
  if (auto* contrastive = dynamic_cast<ContrastiveCriterion*>(criterion)) {
    const ContrastiveLoss loss =
        contrastive->forward(batch.reference, batch.positive, batch.negative);
    return {loss.total, loss.alignment, loss.uniformity};
  }
  auto& supervised = dynamic_cast<SupervisedCriterion&>(*criterion);
  return {supervised.forward(batch.reference, batch.targets), {}, {}};
}

std::vector<NamedTensor> MultiCriterions::state() const {
  std::vector<NamedTensor> all;
  for (std::size_t i = 0; i < size(); ++i) {
    const auto same = [&](const SliceCriterion& other) {
      return other.criterion == criterions_[i].criterion;
    };
    const auto first = std::find_if(criterions_.begin(), criterions_.end(), same);
    if (first - criterions_.begin() < static_cast<std::ptrdiff_t>(i)) continue;  // shared
    for (const NamedTensor& own : criterion(i).state())
      all.push_back({"criterions." + std::to_string(i) + "." + own.name, own.tensor});
  }
  return all;
}

}  // namespace facet
