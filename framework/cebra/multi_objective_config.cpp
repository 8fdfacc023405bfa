#include "framework/cebra/multi_objective_config.h"

#include "facet/error.h"
#include "facet/warning.h"

namespace facet {

template <class T>
void MultiObjectiveConfig::set(std::optional<T>& key, T value, const char* name) {
  if (key) {
    warnings_.push_back(std::string("the ") + name + " of objective " +
                        std::to_string(pushed_.size()) +
                        " was set twice: the last one counts (call push() between objectives)");
    warn(warnings_.back());
  }
  key = std::move(value);
}

void MultiObjectiveConfig::set_slice(std::int64_t start, std::int64_t end) {
  set(current_.slice, FeatureRange{start, end}, "slice");
}
void MultiObjectiveConfig::set_loss(const std::string& loss_name, Table options) {
  set_loss(ComponentChoice{loss_name, std::move(options), {}});
}
void MultiObjectiveConfig::set_loss(ComponentChoice loss) {
  set(current_.loss, std::move(loss), "loss");
}
void MultiObjectiveConfig::set_distribution(const std::string& distribution_name, Table options) {
  set_distribution(ComponentChoice{distribution_name, std::move(options), {}});
}
void MultiObjectiveConfig::set_distribution(ComponentChoice distribution) {
  set(current_.distribution, std::move(distribution), "distribution");
}
void MultiObjectiveConfig::set_target(LabelChoice target) {
  set(current_.target, std::move(target), "target");
}

void MultiObjectiveConfig::push() {
  const std::string objective = "objective " + std::to_string(pushed_.size());
  if (finalized_) throw Error("push() was called after finalize()");
  if (!current_.slice) throw Error(objective + " has no slice: call set_slice before push");
  if (!current_.loss) throw Error(objective + " has no loss: call set_loss before push");
  if (!current_.distribution && !current_.target)
    throw Error(objective + " has neither a distribution nor a target: call set_distribution " +
                "for a contrastive loss, set_target for a supervised one, before push");
  if (current_.distribution && current_.target)
    throw Error(objective + " has a distribution and a target: a loss uses one of them");
  if (current_.slice->size() <= 0 || current_.slice->begin < 0)
    throw Error("the slice " + to_string(*current_.slice) + " of " + objective + " is empty");
  pushed_.push_back(std::move(current_));
  current_ = {};
}

void MultiObjectiveConfig::finalize() {
  if (finalized_) throw Error("finalize() was called twice");
  if (!current_.empty())
    throw Error("objective " + std::to_string(pushed_.size()) + " was set and never pushed");
  if (pushed_.empty()) throw Error("there is no objective: call push() for each before finalize()");

  for (const Objective& objective : pushed_) {
    LossConfig loss{*objective.slice};
    (objective.distribution ? loss.contrastive_loss : loss.supervised_loss) = objective.loss;
    losses_.push_back(std::move(loss));
  }
  Problems problems;
  problems.attempt({}, "objective", [&] {
    criterion_ = std::make_shared<MultiCriterions>(loader_.registry(), losses_, std::nullopt,
                                                   criterion_use_);
  });
  for (std::size_t i = 0; i < pushed_.size(); ++i) add_samples(i, problems);
  problems.throw_if_any();
  loader_.finalize();
  finalized_ = true;
}

void MultiObjectiveConfig::add_samples(std::size_t i, Problems& problems) {
  const Objective& objective = pushed_[i];
  const std::string key = "objective[" + std::to_string(i) + "]";
  if (objective.distribution) {
    problems.attempt(objective.distribution->where, key + ".distribution", [&] {
      loader_.add_distribution(*objective.distribution, key + ".distribution");
    });
  } else {
    problems.attempt(objective.loss->where, key + ".target", [&] { add_labels(i, key, problems); });
  }
}

void MultiObjectiveConfig::add_labels(std::size_t i, const std::string& key, Problems& problems) {
  const Objective& objective = pushed_[i];
  std::vector<LabelChoice> others;
  const auto* criterion =
      criterion_ ? dynamic_cast<const SupervisedCriterion*>(&criterion_->criterion(i)) : nullptr;
  if (criterion) {
    const LabelKind kind = loader_.label_kind(*objective.target);
    if (!criterion->accepts(kind))
      problems.add({}, key + ".target",
                   "is " + to_string(kind) + ", which '" + objective.loss->name +
                       "' does not take: choose another label or loss, or list the label in [data] "
                       "continuous or discrete");
    for (const OtherLabel& other : criterion->other_labels()) {
      if (other.choice.empty())
        problems.add({}, key + ".loss." + other.option,
                     "is missing: '" + objective.loss->name + "' needs the name of a label");
      else
        others.push_back(other.choice);
    }
  }
  loader_.add_target(*objective.target, others);
}

}  // namespace facet
