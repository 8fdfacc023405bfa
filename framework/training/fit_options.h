#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/learning_rate.h"
#include "facet/observer.h"
#include "facet/options.h"
#include "facet/scheduler.h"
#include "framework/sampling/loader.h"

namespace facet {

/// The keys of `[training]` that say how a training goes along.
struct FitConfig {
  std::int64_t sampling_threads = 0;
  std::int64_t valid_frequency = 100;
  std::optional<std::int64_t> patience = {};
  std::optional<std::int64_t> checkpoint_frequency = {};
  std::string on_nonfinite = "stop";
  double ranks_timeout = 300;

  static void describe(auto& options) {
    options
        .add("sampling_threads", &FitConfig::sampling_threads,
             "threads that draw batches ahead of time; 0: the compute threads draw them, between the "
             "steps; the result does not depend on it")
        .at_least(0)
        .at_most(1024)
        .may_change();
    options.add("valid_frequency", &FitConfig::valid_frequency, "steps between validations")
        .at_least(1);
    options
        .add("patience", &FitConfig::patience,
             "early stopping: validations in a row that may bring no lower held-out loss; the best "
             "state is restored")
        .at_least(1);
    options
        .add("checkpoint_frequency", &FitConfig::checkpoint_frequency,
             "steps between checkpoints, which are also written at every validation")
        .at_least(1)
        .may_change();
    options
        .add("on_nonfinite", &FitConfig::on_nonfinite,
             "where a loss, the gradient or the parameters are not finite: the training stops; or "
             "it skips that update (and waits for the device in every step to know); or it rolls "
             "back to the last checkpoint and goes on with a tenth of the learning rate, at most "
             "five times")
        .one_of({"stop", "skip", "rollback"})
        .may_change();
    options
        .add("ranks_timeout", &FitConfig::ranks_timeout,
             "of several ranks: seconds that they wait for one that does not answer")
        .above(0)
        .may_change();
  }
};

/// These keys, and the objects that a training takes beside the solver's own parts.
struct FitOptions : FitConfig {
  const Loader* valid_loader = nullptr;
  std::shared_ptr<const Scheduler> scheduler_regularizer = {};
  std::shared_ptr<const Scheduler> scheduler_loss = {};
  std::vector<std::shared_ptr<const LearningRate>> learning_rate = {};  ///< multiplied
  std::vector<std::shared_ptr<Observer>> observers = {};
  std::string folder = {};  ///< where the run is written, told to observers
};

}  // namespace facet
