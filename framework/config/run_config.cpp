#include "framework/config/run_config.h"

namespace facet {

void ObjectiveConfig::describe(OptionsDescription<ObjectiveConfig>& options) {
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

void OutputConfig::describe(OptionsDescription<OutputConfig>& options) {
  options.add("folder", &OutputConfig::folder, "of the run; empty: runs/ and the config's name");
  options.add("observers", &OutputConfig::observers, "who else watches the run")
      .of_kind("observer");
}

void PluginsConfig::describe(OptionsDescription<PluginsConfig>& options) {
  options.add("path", &PluginsConfig::path, "more folders in which plugins are looked for");
}

void AdaptConfig::describe(OptionsDescription<AdaptConfig>& options) {
  options.add("run", &AdaptConfig::run, "the folder of the run").required();
  options.add("session", &AdaptConfig::session,
              "of which of its sessions; not needed where it has one");
}

void ModelConfig::describe(OptionsDescription<ModelConfig>& options) {
  options.add("renormalize", &ModelConfig::renormalize,
              "every objective's slice is brought to unit length");
  options.add("adapt", &ModelConfig::adapt,
              "the run whose encoder is taken and frozen, but for the layer that sees the neurons");
}

void RunConfig::describe(OptionsDescription<RunConfig>& options) {
  options
      .add("format", &RunConfig::format,
           "the number of this file's format; a Facet that knows only older ones refuses the file")
      .at_least(1);
  options.add("data", &RunConfig::data, "what is read and what of it is trained on").required();
  options.add("model", &RunConfig::model, "the encoder").of_kind("model");
  options.add("objective", &RunConfig::objective, "a loss on a slice of the embedding");
  options.add("training", &RunConfig::training, "how it is trained");
  options.add("output", &RunConfig::output, "what becomes of it").may_change();
  options.add("plugins", &RunConfig::plugins, "where more components come from").may_change();
}

std::vector<FeatureRange> objective_slices(const RunConfig& config) {
  std::vector<FeatureRange> slices;
  for (const ObjectiveConfig& objective : config.objective)
    slices.push_back({objective.slice.at(0), objective.slice.at(1)});
  return slices;
}

}  // namespace facet
