#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/recording.h"
#include "framework/config/run_config.h"
#include "framework/data/signal_scale.h"
#include "framework/registry/registry.h"
#include "framework/training/solver.h"

namespace facet {

/// A run, put together and ready to be trained. Its parts refer to one another: keep it whole.
struct Assembly {
  std::shared_ptr<const Recording> recording;
  std::optional<SignalScale> signal_scale;  ///< that the recording was brought to
  std::vector<Segment> training;            ///< what is trained on
  std::vector<Segment> held_out;            ///< empty when nothing is held out
  std::shared_ptr<Model> model;
  std::unique_ptr<MultiobjectiveLoader> loader;
  std::unique_ptr<MultiobjectiveLoader> valid_loader;  ///< null when nothing is held out
  std::unique_ptr<MultiobjectiveSolverBase> solver;
  MultiobjectiveSolverBase::FitOptions fit_options;
  std::vector<std::string> decisions;  ///< what was decided about labels and the like
  std::vector<std::string> warnings;   ///< where a result could not be trusted
};

/// Reads the recording, builds every component by name and puts them together: all of a run but
/// the training. Sets libtorch's number of threads and seeds its global generator. `registry` must
/// outlive what is returned. Throws OptionsError with all that is wrong, as far as it can be seen.
Assembly assemble(const RunConfig& config, Registry& registry);

}  // namespace facet
