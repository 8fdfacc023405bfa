#include "framework/cebra/multi_objective_config.h"

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/cebra/loss_config.h"
#include "framework/objectives/create_pairs.h"

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

  Problems problems;
  for (std::size_t i = 0; i < pushed_.size(); ++i) {
    const std::string key = item_key("objective", i);
    problems.attempt({}, key, [&] { resolve(pushed_[i], key, problems); });
  }
  problems.throw_if_any();
  criterion_ = std::make_shared<MultiCriterions>(criterions_);
  loader_.finalize();
  finalized_ = true;
}

void MultiObjectiveConfig::resolve(const Choices& choices, const std::string& key,
                                   Problems& problems) {
  std::shared_ptr<Criterion> criterion;
  problems.attempt(choices.loss->where, key + ".loss", [&] {
    criterion = loader_.registry().create<Criterion>(*choices.loss, {}, key + ".loss");
    require_form(*criterion, choices.distribution.has_value(), *choices.loss, key + ".loss",
                 problems);
    criterions_.push_back({*choices.slice, criterion});
  });
  if (choices.distribution) {
    problems.attempt(choices.distribution->where, key + ".distribution", [&] {
      loader_.add_distribution(*choices.distribution, key + ".distribution");
    });
    return;
  }
  const SupervisedCriterion* supervised = as_supervised(criterion.get());
  problems.attempt(choices.loss->where, key + ".target", [&] {
    if (!supervised) return loader_.add(create_targets(loader_.data(), *choices.target, {}));
    const Pairs pairs = create_targets(loader_.data(), *choices.target, *supervised,
                                       choices.loss->name, key, problems);
    check_targets(*supervised, *choices.slice, loader_.data(), *choices.target, pairs);
    loader_.add(pairs);
  });
}

}  // namespace facet
