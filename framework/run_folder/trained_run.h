#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/recording.h"
#include "framework/config/run_config.h"
#include "framework/layout/encoders.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// A run's config and its trained encoders, in eval mode on the CPU.
struct TrainedRun {
  RunConfig config;
  std::vector<std::int64_t> num_neurons;  ///< of each encoder
  std::vector<std::shared_ptr<Model>> models;
  Encoders encoders;  ///< the models, divided into the objectives' slices
};

/// Rebuilds the encoders of a run through the plugins. Throws Error where the folder holds no run,
/// a component is not known any more, or the state does not fit.
FACET_API TrainedRun load_run(const RunFolder& folder, Registry& registry);

/// The z-scores of the run, where it has them, applied to the signals of its session of that
/// number.
FACET_API void bring_to_scale(Recording& recording, const TrainedRun& run, const RunFolder& folder,
                              std::int64_t session);

/// The `[plugins]` of the run's config, needed before there is a registry.
FACET_API PluginsConfig plugins_section(const RunFolder& folder);

}  // namespace facet
