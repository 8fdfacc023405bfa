#pragma once

#include <cstdint>
#include <optional>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// The keys of `[training]` that say how a training goes along.
struct FACET_API FitConfig {
  std::int64_t sampling_threads = 1;
  std::int64_t valid_frequency = 100;
  std::optional<std::int64_t> patience = {};
  std::optional<std::int64_t> checkpoint_frequency = {};

  static void describe(auto& options) {
    options
        .add("sampling_threads", &FitConfig::sampling_threads,
             "threads that draw batches ahead of time; the result does not depend on it")
        .at_least(1)
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
  }
};

}  // namespace facet
