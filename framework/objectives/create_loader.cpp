#include "framework/objectives/create_loader.h"

namespace facet {

std::unique_ptr<ObjectivesLoader> create_loader(Registry& registry, const SampledData& data,
                                                const std::vector<Pairs>& objectives,
                                                const Sampler::Options& options) {
  std::vector<TargetRows> targets;
  for (const Pairs& pairs : objectives) targets.push_back(pairs.targets);
  return std::make_unique<ObjectivesLoader>(
      data.signals, create_sampler(registry, data, objectives, options), std::move(targets));
}

}  // namespace facet
