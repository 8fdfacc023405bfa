#pragma once

#include "framework/layout/separate_sessions.h"
#include "framework/objectives/create_pairs.h"
#include "framework/objectives/create_sampler.h"
#include "framework/training/toy_training.h"

namespace facet::toy {

/// Puts a sampler together, objective by objective.
struct SamplerMaker {
  Registry& registry;
  SampledData data;
  Sampler::Options options;
  std::vector<Pairs> objectives;

  SamplerMaker(Registry& own_registry, const SamplingSpace& space, Sampler::Options own_options,
               std::shared_ptr<const SessionLayout> layout = std::make_shared<SeparateSessions>())
      : registry(own_registry),
        data{nullptr, std::move(layout), space, {}},
        options(std::move(own_options)) {}

  void add_distribution(const ComponentChoice& distribution) {
    objectives.push_back(create_positives(registry, data, distribution, ""));
  }
  void add_references() { objectives.emplace_back(); }
  Sampler make() const { return create_sampler(registry, data, objectives, options); }
  Bins references() const { return common_references(data, objectives); }
};

}  // namespace facet::toy
