#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/config/config_places.h"
#include "framework/config/training_config.h"
#include "framework/data/data_config.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/files/format.h"

namespace facet {

/// `[[objective]]`: a loss on a slice of the embedding.
struct FACET_API ObjectiveConfig {
  std::vector<std::int64_t> slice;              ///< begin, end
  ComponentChoice loss;                         ///< criterion
  std::optional<ComponentChoice> distribution;  ///< of a contrastive loss
  LabelChoice target;                           ///< of a supervised loss

  static void describe(OptionsDescription<ObjectiveConfig>& options);
};

/// `[output]`
struct FACET_API OutputConfig {
  std::string folder;  ///< empty: `runs/` and the config's name
  std::vector<ComponentChoice> observers;

  static void describe(OptionsDescription<OutputConfig>& options);
};

/// `[plugins]`
struct FACET_API PluginsConfig {
  std::vector<std::string> path;  ///< more folders in which plugins are looked for

  static void describe(OptionsDescription<PluginsConfig>& options);
};

/// `model.adapt`: whose encoder is adapted to other neurons.
struct FACET_API AdaptConfig {
  std::string run;      ///< folder of the run
  std::string session;  ///< of which of its sessions; empty: of the only one

  static void describe(OptionsDescription<AdaptConfig>& options);
};

/// `[model]`: the encoder, and beside its own options what the engine has to know.
struct FACET_API ModelConfig : ComponentChoice {
  bool renormalize = false;
  std::optional<AdaptConfig> adapt;

  static void describe(OptionsDescription<ModelConfig>& options);
};

/// A whole run, as one TOML file says it. Paths are relative to the working directory.
struct FACET_API RunConfig {
  std::int64_t format = file_format;  ///< of the file; see format.h
  DataConfig data;
  ModelConfig model;
  std::vector<ObjectiveConfig> objective;
  TrainingConfig training;
  OutputConfig output;
  PluginsConfig plugins;
  ConfigPlaces places;  ///< where its keys were written

  static void describe(OptionsDescription<RunConfig>& options);
};

/// Each objective's slice, in the config's order.
FACET_API std::vector<FeatureRange> objective_slices(const RunConfig& config);

}  // namespace facet
