#include "framework/objectives/create_loader.h"

namespace facet {

namespace {

TargetRows on_device(TargetRows rows, const c10::Device& device) {
  if (rows.target.defined()) rows.target = rows.target.to(device);
  for (at::Tensor& other : rows.others) other = other.to(device);
  return rows;
}

}  // namespace

std::unique_ptr<ObjectivesLoader> create_loader(Registry& registry, const SampledData& data,
                                                const std::vector<Pairs>& objectives,
                                                const Sampler::Options& options) {
  std::vector<TargetRows> targets;
  for (const Pairs& pairs : objectives)
    targets.push_back(on_device(pairs.targets, data.signals[0].device()));
  return std::make_unique<ObjectivesLoader>(
      data.signals, create_sampler(registry, data, objectives, options), std::move(targets));
}

}  // namespace facet
