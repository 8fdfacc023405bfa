#include "framework/sampling/objectives_loader.h"

namespace facet {

ObjectivesLoader::ObjectivesLoader(std::vector<at::Tensor> signals, Sampler sampler,
                                   std::vector<TargetRows> targets)
    : signals_(std::move(signals)), sampler_(std::move(sampler)), targets_(std::move(targets)) {}

SampleBatch ObjectivesLoader::batch(std::int64_t number) const {
  SampleBatch batch{signals_, {}};
  std::size_t i = 0;
  for (ObjectiveBins& bins : sampler_.draw(number)) {
    ObjectiveSamples samples{bins.reference, bins.positive, bins.negative, {}};
    const TargetRows& target = targets_[i++];
    if (target.target.defined()) {
      const at::Tensor rows = bins.labelled.to(signals_[0].device());
      samples.targets.target = target.target.index_select(0, rows);
      for (const at::Tensor& other : target.others)
        samples.targets.others.push_back(other.index_select(0, rows));
    }
    batch.objectives.push_back(std::move(samples));
  }
  return batch;
}

}  // namespace facet
