#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/data/run_data.h"
#include "framework/registry/registry.h"
#include "framework/training/solver.h"

namespace facet {

/// A run, put together and ready to be trained. Its parts refer to one another: keep it whole.
struct Assembly {
  RunData data;
  Models models;                          ///< one, or one a session
  std::vector<std::int64_t> num_neurons;  ///< of each model
  /// Where one model sees the neurons of all sessions: the bins that belong together.
  std::optional<SessionAlignment> alignment;
  std::unique_ptr<MultiobjectiveLoader> loader;
  std::unique_ptr<MultiobjectiveLoader> valid_loader;  ///< null when nothing is held out
  std::unique_ptr<Solver> solver;
  Solver::FitOptions fit_options;
  std::vector<std::string> decisions;  ///< what was decided about labels and the like
  std::vector<std::string> warnings;   ///< where a result could not be trusted
};

/// Reads the recordings, builds every component by name and puts them together: all of a run but
/// the training. Sets libtorch's number of threads and seeds its global generator. `registry` must
/// outlive what is returned. Throws OptionsError with all that is wrong, as far as it can be seen.
Assembly assemble(const RunConfig& config, Registry& registry);

}  // namespace facet
