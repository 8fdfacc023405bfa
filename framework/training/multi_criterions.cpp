#include "framework/training/multi_criterions.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "facet/error.h"
#include "framework/calls/promises.h"

namespace facet {

namespace {

ObjectiveLoss contrastive_loss(ContrastiveCriterion& criterion, const Batch& batch) {
  const Unwritten inputs({batch.reference, batch.positive, batch.negative});
  const bool differentiable = records_gradient(batch.reference);
  const ContrastiveLoss loss = criterion.forward(batch.reference, batch.positive, batch.negative);
  inputs.require();
  require_loss(loss.total, batch.reference, differentiable, "the total");
  require_part(loss.alignment, batch.reference, "the alignment");
  require_part(loss.uniformity, batch.reference, "the uniformity");
  return {loss.total, loss.alignment, loss.uniformity};
}

ObjectiveLoss supervised_loss(SupervisedCriterion& criterion, const Batch& batch) {
  const Unwritten inputs({batch.reference, batch.targets.target});
  const bool differentiable = records_gradient(batch.reference);
  const at::Tensor loss = criterion.forward(batch.reference, batch.targets);
  inputs.require();
  require_loss(loss, batch.reference, differentiable, "the loss");
  return {loss, {}, {}};
}

void require_same(const std::vector<NamedTensor>& first, const std::vector<NamedTensor>& now) {
  if (now.size() != first.size())
    throw BrokenPromise("it has " + std::to_string(now.size()) + " tensors now and had " +
                        std::to_string(first.size()) + ", promised are always the same");
  for (std::size_t i = 0; i < first.size(); ++i)
    if (now[i].name != first[i].name || !now[i].tensor.is_same(first[i].tensor))
      throw BrokenPromise("'" + first[i].name +
                          "' is another tensor each time, promised is always the same one: make it "
                          "in the constructor, and change its values in place");
}

std::vector<NamedTensor> state_of(const Criterion& criterion) {
  return call(criterion, "in state()", [&] {
    std::vector<NamedTensor> state = criterion.state();
    std::set<std::string> names;
    for (const NamedTensor& own : state) {
      if (!own.tensor.defined()) throw BrokenPromise("'" + own.name + "' is an undefined tensor");
      if (!names.insert(own.name).second)
        throw BrokenPromise("'" + own.name + "' is there twice, promised is a name once");
    }
    require_same(state, criterion.state());
    return state;
  });
}

bool is_single_value(const at::Tensor& value) {
  return value.defined() && value.numel() == 1;
}

bool can_head_a_column(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '_' || c == '-' || c == '.';
  });
}

/// A component that the program made itself is called by its place.
void name_by_place(Criterion& criterion, std::size_t objective) {
  if (criterion.origin().key.empty()) {
    ComponentOrigin origin = criterion.origin();
    origin.key = "objective[" + std::to_string(objective) + "].loss";
    criterion.set_origin(origin);
  }
}

}  // namespace

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
    name_by_place(*criterions_[i].criterion, i);
    states_.push_back(is_shared_with_an_earlier(i) ? std::vector<NamedTensor>{} : state_of(*own));
  }
}

bool MultiCriterions::is_shared_with_an_earlier(std::size_t objective) const {
  const auto end = criterions_.begin() + static_cast<std::ptrdiff_t>(objective);
  return std::any_of(criterions_.begin(), end, [&](const SliceCriterion& earlier) {
    return earlier.criterion == criterions_[objective].criterion;
  });
}

bool MultiCriterions::is_contrastive(std::size_t objective) const {
  return as_contrastive(&criterion(objective)) != nullptr;
}

std::vector<Quantity> MultiCriterions::quantities(std::size_t objective) const {
  const Criterion& own = criterion(objective);
  return call(own, "in quantities()", [&] {
    std::vector<Quantity> quantities = own.quantities();
    std::set<std::string> names = {"loss",        "alignment", "uniformity",
                                   "regularizer", "weight",    "regularizer_weight"};
    for (const Quantity& quantity : quantities) {
      if (!can_head_a_column(quantity.name))
        throw BrokenPromise("'" + quantity.name +
                            "' cannot be a column of history.csv, promised is a name of letters, "
                            "digits, '_', '-' and '.'");
      if (!names.insert(quantity.name).second)
        throw BrokenPromise("'" + quantity.name +
                            "' is a column of history.csv already, promised is another name");
      if (!is_single_value(quantity.value))
        throw BrokenPromise("'" + quantity.name + "' is not a single value");
      if (quantity.at_bound.defined() && !is_single_value(quantity.at_bound))
        throw BrokenPromise("whether '" + quantity.name +
                            "' is at its bound is not a single value");
    }
    return quantities;
  });
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
  RECORD_USER_SCOPE("objective[" + std::to_string(objective) + "].loss");
  Criterion& criterion = *criterions_[objective].criterion;
  return call(criterion, "in forward()", [&] {
    if (auto* contrastive = dynamic_cast<ContrastiveCriterion*>(&criterion))
      return contrastive_loss(*contrastive, batch);
    return supervised_loss(dynamic_cast<SupervisedCriterion&>(criterion), batch);
  });
}

std::vector<NamedTensor> MultiCriterions::state() const {
  std::vector<NamedTensor> all;
  for (std::size_t i = 0; i < size(); ++i) {
    if (is_shared_with_an_earlier(i)) continue;
    call(criterion(i), "in state()", [&] { require_same(states_[i], criterion(i).state()); });
    for (const NamedTensor& own : states_[i])
      all.push_back({"criterions." + std::to_string(i) + "." + own.name, own.tensor});
  }
  return all;
}

}  // namespace facet
