#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/assembly/warnings.h"
#include "framework/config/run_config.h"
#include "framework/data/run_data.h"
#include "framework/layout/window_count.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"
#include "framework/sampling/loader.h"
#include "framework/training/solver.h"

namespace facet {

/// A run, put together and ready to be trained. Its parts refer to one another: keep it whole.
struct FACET_API Assembly {
  RunConfig config;
  RunData data;
  Models models;                          ///< one, or one for each session
  std::vector<std::int64_t> num_neurons;  ///< of each model
  SampledData training;                   ///< what objectives draw from while training
  std::vector<WindowCount> windows;       ///< of each session, held-out bins included
  std::unique_ptr<Loader> loader;
  std::unique_ptr<Loader> valid_loader;  ///< null when nothing is held out
  std::unique_ptr<Solver> solver;
  Solver::FitOptions fit_options;      ///< without observers
  std::vector<std::string> decisions;  ///< what was decided about labels and the like
  Warnings warnings;

  /// The embedding of the run's recordings by its encoders as they are, one below the other: one
  /// row for each bin, see transform.h. Throws Error where nothing was assembled. Of several ranks
  /// that call it each encodes a share.
  at::Tensor embedding() const;
  at::Tensor embedding(Ranks& ranks) const;
};

/// Reads the recordings that `config` names, creates every component by name, each once, and puts
/// them together: all of a run but the training. libtorch's global generator and its number of
/// threads are afterwards as before. `registry` must outlive what is returned. Throws OptionsError
/// with all that is wrong, as far as it can be seen. `ranks`: those that train it together.
FACET_API Assembly assemble(const RunConfig& config, Registry& registry,
                            std::shared_ptr<Ranks> ranks = std::make_shared<SingleRank>());

/// The same of recordings at hand, one for each session; no file is read.
FACET_API Assembly assemble(const RunConfig& config, std::vector<LoadedRecording> recordings,
                            Registry& registry,
                            std::shared_ptr<Ranks> ranks = std::make_shared<SingleRank>());

}  // namespace facet
