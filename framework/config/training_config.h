#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/training/regularizer_config.h"
#include "framework/training/sam_config.h"

namespace facet {

/// `[training]`
struct FACET_API TrainingConfig {
  std::string solver = "multiobjective-solver";
  std::int64_t steps = 10000;
  IntegerOrWord batch_size = 512;
  std::optional<std::int64_t> num_negatives;
  std::int64_t batches_per_step = 1;
  std::string sampling = "refneg_shared";
  std::optional<ComponentChoice> prior;
  LabelChoice align_by;  ///< labels; with the solver `unified`
  ComponentChoice optimizer;
  std::vector<ComponentChoice> learning_rate;  ///< schedules, multiplied
  std::optional<double> gradient_clip;
  std::optional<SamConfig> sam;
  std::optional<ComponentChoice> loss_weight;  ///< scheduler
  std::optional<RegularizerConfig> regularizer;
  std::int64_t seed = 0;
  std::string device = "auto";
  std::int64_t threads = 0;  ///< compute threads; 0: as many as the machine has cores
  std::int64_t sampling_threads = 1;
  std::int64_t valid_frequency = 100;
  std::optional<std::int64_t> patience;
  std::optional<std::int64_t> checkpoint_frequency;
  std::int64_t log_frequency = 100;

  static void describe(OptionsDescription<TrainingConfig>& options);
};

}  // namespace facet
