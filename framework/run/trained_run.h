#pragma once

#include <memory>
#include <string>

#include "framework/config/run_config.h"
#include "framework/embedding/subspace_model.h"
#include "framework/registry/registry.h"
#include "framework/run/run_folder.h"

namespace facet {

/// A run's config and its trained model, in eval mode on the CPU.
struct TrainedRun {
  RunConfig config;
  std::int64_t num_neurons = 0;
  std::shared_ptr<SubspaceMultiobjectiveModel> model;
};

/// Rebuilds the model of a run through the plugins. Throws Error where the folder holds no run, a
/// component is not known any more, or the state does not fit.
TrainedRun load_run(const RunFolder& folder, Registry& registry);

/// The plugin folders that the run's config names, needed before there is a registry.
std::vector<std::string> plugin_folders(const RunFolder& folder);

}  // namespace facet
