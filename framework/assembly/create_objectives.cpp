#include "framework/assembly/create_objectives.h"

#include "framework/config/solver_rules.h"
#include "framework/objectives/create_pairs.h"
#include "framework/training/multi_criterions.h"

namespace facet {

namespace {

FeatureRange slice_of(const ObjectiveConfig& config) {
  return {config.slice.at(0), config.slice.at(1)};
}

/// `criterion` is null where it could not be created.
Pairs create_pairs(const ObjectiveConfig& config, const Criterion* criterion,
                   const SampledData& data, const std::string& key, Registry& registry,
                   Problems& problems) {
  Pairs pairs;
  const auto* supervised = as_supervised(criterion);
  if (config.distribution)
    problems.attempt(config.distribution->where, key + ".distribution", [&] {
      pairs = create_positives(registry, data, *config.distribution, key + ".distribution");
    });
  else if (supervised)
    problems.attempt({}, key + ".target", [&] {
      pairs = create_targets(data, config.target, *supervised, config.loss.name, key, problems);
      check_targets(*supervised, slice_of(config), data, config.target, pairs);
    });
  return pairs;
}

}  // namespace

std::vector<Objective> create_objectives(const RunConfig& config, const SampledData& training,
                                         Registry& registry) {
  const bool share_criterion = solver_rule(config.training.solver).hybrid;
  std::vector<Objective> objectives;
  Problems problems;
  for (std::size_t i = 0; i < config.objective.size(); ++i) {
    const ObjectiveConfig& own = config.objective[i];
    const std::string key = item_key("objective", i);
    Objective objective{slice_of(own), nullptr, {}};
    if (share_criterion && i > 0)
      objective.criterion = objectives[0].criterion;
    else
      problems.attempt(own.loss.where, key + ".loss", [&] {
        objective.criterion = registry.create<Criterion>(own.loss, {}, key + ".loss");
      });
    objective.pairs =
        create_pairs(own, objective.criterion.get(), training, key, registry, problems);
    objectives.push_back(std::move(objective));
  }
  problems.throw_if_any();
  return objectives;
}

std::vector<Pairs> held_out_pairs(const RunConfig& config, const std::vector<Objective>& objectives,
                                  const SampledData& held_out, Registry& registry) {
  std::vector<Pairs> pairs;
  Problems problems;
  for (std::size_t i = 0; i < objectives.size(); ++i)
    pairs.push_back(create_pairs(config.objective[i], objectives[i].criterion.get(), held_out,
                                 item_key("objective", i), registry, problems));
  problems.throw_if_any();
  return pairs;
}

}  // namespace facet
