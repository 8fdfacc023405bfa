#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/options.h"
#include "framework/config/solver_rules.h"
#include "framework/sampling/random_config.h"
#include "framework/sampling/sampling_config.h"
#include "framework/training/fit_options.h"
#include "framework/training/regularizer_config.h"
#include "framework/training/update_config.h"

namespace facet {

/// `[training]`: the keys that sampler and solver take as they are, and those that name components
/// or say where it is computed.
struct TrainingConfig : SamplingConfig, UpdateConfig, RandomConfig, FitConfig {
  std::string solver = "multiobjective-solver";
  LabelChoice align_by;
  ComponentChoice optimizer;
  std::vector<ComponentChoice> learning_rate;
  std::optional<ComponentChoice> loss_weight;
  std::optional<RegularizerConfig> regularizer;
  std::string device = "auto";
  std::int64_t threads = 0;
  std::int64_t log_frequency = 100;

  static void describe(auto& options) {
    options.add("solver", &TrainingConfig::solver, "how the objectives are trained")
        .one_of(solver_names());
    SamplingConfig::describe(options);
    options.add(
        "align_by", &TrainingConfig::align_by,
        "the labels by which the solver 'unified' finds the bins of all sessions that it sees "
        "side by side");
    options.add("optimizer", &TrainingConfig::optimizer, "how parameters are updated")
        .of_kind("optimizer");
    options
        .add("learning_rate", &TrainingConfig::learning_rate,
             "schedules of the learning rate, multiplied with one another and with the "
             "optimizer's")
        .of_kind("learning_rate");
    UpdateConfig::describe(options);
    options.add("loss_weight", &TrainingConfig::loss_weight, "weights of the objectives by step")
        .of_kind("scheduler");
    options.add("regularizer", &TrainingConfig::regularizer, "a penalty on slices of objectives")
        .of_kind("regularizer");
    RandomConfig::describe(options);
    options
        .add("device", &TrainingConfig::device,
             "auto (CUDA where there is one), cpu, cuda or cuda:N")
        .may_change();
    options
        .add("threads", &TrainingConfig::threads,
             "compute threads, at most four on a core; 0: what OMP_NUM_THREADS says, else one for "
             "each core that it may use")
        .at_least(0)
        .at_most(1024)
        .may_change();
    FitConfig::describe(options);
    options
        .add("log_frequency", &TrainingConfig::log_frequency,
             "steps between lines of progress, where there is no terminal")
        .at_least(1)
        .may_change();
  }
};

}  // namespace facet
