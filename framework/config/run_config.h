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
struct ObjectiveConfig {
  std::vector<std::int64_t> slice;
  ComponentChoice loss;
  std::optional<ComponentChoice> distribution;
  LabelChoice target;

  static void describe(auto& options) {
    options.add("slice", &ObjectiveConfig::slice, "begin and end of its part of the embedding")
        .required();
    options.add("loss", &ObjectiveConfig::loss, "the criterion").of_kind("criterion").required();
    options
        .add("distribution", &ObjectiveConfig::distribution,
             "which pairs are positive, for a contrastive loss")
        .of_kind("distribution");
    options.add("target", &ObjectiveConfig::target,
                "the label that a supervised loss predicts from the slice");
  }
};

/// `[output]`
struct OutputConfig {
  std::string folder;
  std::vector<ComponentChoice> observers;

  static void describe(auto& options) {
    options.add("folder", &OutputConfig::folder, "of the run; empty: runs/ and the config's name");
    options.add("observers", &OutputConfig::observers, "who else watches the run")
        .of_kind("observer");
  }
};

/// `[plugins]`
struct PluginsConfig {
  std::vector<std::string> path, require, disable;

  static void describe(auto& options) {
    options.add("path", &PluginsConfig::path, "more folders in which plugins are looked for");
    options.add("require", &PluginsConfig::require,
                "packs that must be there, and their versions: \"lab-pack >= 1.2\"");
    options.add("disable", &PluginsConfig::disable, "the names of plugins that are not used");
  }
};

/// `model.adapt`: whose encoder is adapted to other neurons.
struct AdaptConfig {
  std::string run;
  std::string session;  ///< empty: the only one

  static void describe(auto& options) {
    options.add("run", &AdaptConfig::run, "the folder of the run").required();
    options.add("session", &AdaptConfig::session,
                "of which of its sessions; not needed where it has one");
  }
};

/// `[model]`: the encoder, and beside its own options what the engine has to know.
struct ModelConfig : ComponentChoice {
  bool renormalize = false;
  std::optional<AdaptConfig> adapt;

  static void describe(auto& options) {
    options.add("renormalize", &ModelConfig::renormalize,
                "every objective's slice is brought to unit length");
    options.add(
        "adapt", &ModelConfig::adapt,
        "the run whose encoder is taken and frozen, but for the layer that sees the neurons");
  }
};

/// A whole run, as one TOML file says it. Paths are relative to the working directory.
struct RunConfig {
  std::int64_t format = file_format;  ///< of the file; see format.h
  DataConfig data;
  ModelConfig model;
  std::vector<ObjectiveConfig> objective;
  TrainingConfig training;
  OutputConfig output;
  PluginsConfig plugins;
  ConfigPlaces places;  ///< where its keys were written

  static void describe(auto& options) {
    options
        .add(
            "format", &RunConfig::format,
            "the number of this file's format; a Facet that knows only older ones refuses the file")
        .at_least(1);
    options.add("data", &RunConfig::data, "what is read and what of it is trained on").required();
    options.add("model", &RunConfig::model, "the encoder").of_kind("model");
    options.add("objective", &RunConfig::objective, "a loss on a slice of the embedding");
    options.add("training", &RunConfig::training, "how it is trained");
    options.add("output", &RunConfig::output, "what becomes of it").may_change();
    options.add("plugins", &RunConfig::plugins, "where more components come from").may_change();
  }
};

/// Each objective's slice, in the config's order.
FACET_API std::vector<FeatureRange> objective_slices(const RunConfig& config);

}  // namespace facet
