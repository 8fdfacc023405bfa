#include "framework/training/multi_criterions.h"

namespace facet {

namespace {

const ComponentChoice* choose(const LossConfig& loss, const std::optional<std::string>& mode,
                              const std::string& key, Problems& problems) {
  const bool both = loss.contrastive_loss && loss.supervised_loss;
  if (!mode && both) {
    problems.add({}, key, "has a contrastive and a supervised loss: say which by the mode");
    return nullptr;
  }
  if (mode == "contrastive" || (!mode && loss.contrastive_loss)) {
    if (loss.contrastive_loss) return &*loss.contrastive_loss;
    problems.add({}, key + ".contrastive_loss", "is missing");
  } else {
    if (loss.supervised_loss) return &*loss.supervised_loss;
    problems.add({}, key + ".supervised_loss", "is missing");
  }
  return nullptr;
}

}  // namespace

MultiCriterions::MultiCriterions(Registry& registry, const std::vector<LossConfig>& losses,
                                 const std::optional<std::string>& mode, CriterionUse use) {
  Problems problems;
  if (mode && *mode != "contrastive" && *mode != "supervised")
    problems.add({}, "mode", "must be one of 'contrastive', 'supervised', got '" + *mode + "'");
  if (losses.empty()) problems.add({}, "losses", "must have at least one loss");
  problems.throw_if_any();

  for (std::size_t i = 0; i < losses.size(); ++i) {
    const std::string key = "losses[" + std::to_string(i) + "]";
    const ComponentChoice* choice = choose(losses[i], mode, key, problems);
    if (!choice) continue;
    const bool contrastive = losses[i].contrastive_loss && choice == &*losses[i].contrastive_loss;
    const std::string loss_key = key + (contrastive ? ".contrastive_loss" : ".supervised_loss");
    problems.attempt(choice->where, loss_key, [&] {
      auto criterion = registry.create<Criterion>(*choice, {}, loss_key);
      feature_ranges_.push_back(losses[i].indices);
      criterions_.push_back(std::move(criterion));
      if (is_contrastive(criterions_.size() - 1) != contrastive)
        problems.add(choice->where, loss_key,
                     "must be a " + std::string(contrastive ? "contrastive" : "supervised") +
                         " criterion, '" + choice->name + "' is not");
    });
  }
  problems.throw_if_any();
  if (use == CriterionUse::shared) criterions_.assign(criterions_.size(), criterions_[0]);
}

bool MultiCriterions::is_contrastive(std::size_t objective) const {
  return dynamic_cast<const ContrastiveCriterion*>(criterions_[objective].get()) != nullptr;
}

std::vector<at::Tensor> MultiCriterions::forward(const std::vector<Batch>& predictions) {
  std::vector<at::Tensor> totals;
  for (const ObjectiveLoss& loss : evaluate(predictions)) totals.push_back(loss.total);
  return totals;
}

std::vector<ObjectiveLoss> MultiCriterions::evaluate(const std::vector<Batch>& predictions) {
  if (predictions.size() != size())
    throw Error("there are " + std::to_string(size()) + " criterions, but " +
                std::to_string(predictions.size()) + " predictions");
  std::vector<ObjectiveLoss> losses;
  for (std::size_t i = 0; i < size(); ++i) losses.push_back(evaluate(i, predictions[i]));
  return losses;
}

ObjectiveLoss MultiCriterions::evaluate(std::size_t objective, const Batch& batch) {
  Criterion* criterion = criterions_[objective].get();
  if (auto* contrastive = dynamic_cast<ContrastiveCriterion*>(criterion)) {
    const ContrastiveLoss loss =
        contrastive->forward(batch.reference, batch.positive, batch.negative);
    return {loss.total, loss.alignment, loss.uniformity};
  }
  auto& supervised = dynamic_cast<SupervisedCriterion&>(*criterion);
  return {supervised.forward(batch.reference, {batch.positive, batch.others}), {}, {}};
}

std::vector<NamedTensor> MultiCriterions::state() const {
  std::vector<NamedTensor> all;
  for (std::size_t i = 0; i < size(); ++i) {
    if (i > 0 && criterions_[i] == criterions_[0]) continue;  // shared
    for (const NamedTensor& own : criterions_[i]->state())
      all.push_back({"criterions." + std::to_string(i) + "." + own.name, own.tensor});
  }
  return all;
}

}  // namespace facet
