#pragma once

#include <memory>
#include <vector>

#include "framework/objectives/create_sampler.h"

namespace facet {

/// What draws the batches of the objectives from the data. Throws as create_sampler does.
std::unique_ptr<ObjectivesLoader> create_loader(Registry& registry, const SampledData& data,
                                                const std::vector<Pairs>& objectives,
                                                const Sampler::Options& options);

}  // namespace facet
