#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/options.h"
#include "framework/config/training_config.h"

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
