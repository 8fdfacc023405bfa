#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/options.h"

namespace facet {

/// `[data]`: what is read and what of it is trained on.
struct DataConfig {
  std::vector<std::string> file;        ///< one or several files whose arrays are joined
  std::string signals = "neural";       ///< the array T x C
  std::optional<std::string> trials;    ///< discrete label whose changes are borders
  std::vector<std::string> continuous;  ///< labels that are continuous whatever their type
  std::vector<std::string> discrete;    ///< labels that are discrete whatever their type
  std::optional<double> validation;     ///< fraction of the bins that is held out, at the end
  std::optional<std::int64_t> validation_from;  ///< first bin that is held out

  static void describe(OptionsDescription<DataConfig>& options);
};

/// `[[objective]]`: a loss on a slice of the embedding.
struct ObjectiveConfig {
  std::vector<std::int64_t> slice;              ///< begin, end
  ComponentChoice loss;                         ///< criterion
  std::optional<ComponentChoice> distribution;  ///< of a contrastive loss
  LabelChoice target;                           ///< of a supervised loss

  static void describe(OptionsDescription<ObjectiveConfig>& options);
};

/// `[training]`
struct TrainingConfig {
  std::string solver = "multiobjective-solver";
  std::int64_t steps = 10000;
  IntegerOrWord batch_size = 512;
  std::optional<std::int64_t> num_negatives;
  std::string sampling = "refneg_shared";
  std::optional<ComponentChoice> prior;
  ComponentChoice optimizer{"Adam"};
  std::optional<ComponentChoice> loss_weight;  ///< scheduler
  std::optional<ComponentChoice> regularizer;
  ComponentChoice regularizer_weight{"constant-weight"};  ///< scheduler; `regularizer.weight`
  std::int64_t seed = 0;
  std::string device = "auto";
  std::int64_t threads = 0;  ///< compute threads; 0: as many as the machine has cores
  std::int64_t sampling_threads = 1;
  std::int64_t valid_frequency = 100;
  std::int64_t log_frequency = 100;

  static void describe(OptionsDescription<TrainingConfig>& options);
};

/// `[output]`
struct OutputConfig {
  std::string folder;  ///< empty: `runs/` and the config's name
  std::vector<ComponentChoice> observers;

  static void describe(OptionsDescription<OutputConfig>& options);
};

/// `[plugins]`
struct PluginsConfig {
  std::vector<std::string> path;  ///< more folders in which plugins are looked for

  static void describe(OptionsDescription<PluginsConfig>& options);
};

/// What `[model]` has beside the options of the model that it names.
struct ModelKeys {
  bool renormalize = false;

  static void describe(OptionsDescription<ModelKeys>& options);
};

/// What `training.regularizer` has beside the options of the regularizer that it names.
struct RegularizerKeys {
  ComponentChoice weight{"constant-weight"};  ///< scheduler

  static void describe(OptionsDescription<RegularizerKeys>& options);
};

/// A whole run, as one TOML file says it. Paths are relative to the working directory.
struct RunConfig {
  DataConfig data;
  ComponentChoice model{"offset1-model"};
  bool renormalize = false;  ///< written as `model.renormalize`
  std::vector<ObjectiveConfig> objective;
  TrainingConfig training;
  OutputConfig output;
  PluginsConfig plugins;

  static void describe(OptionsDescription<RunConfig>& options);
};

}  // namespace facet
