#include "framework/config/run_config.h"

namespace facet {

void DataConfig::describe(OptionsDescription<DataConfig>& options) {
  options.add("file", &DataConfig::file, "the recording; several files are joined array by array")
      .required();
  options.add("signals", &DataConfig::signals, "the array of signals, bins x channels");
  options.add("trials", &DataConfig::trials,
              "a discrete label; where it changes is a border that no window crosses");
  options.add("continuous", &DataConfig::continuous, "labels to take as continuous");
  options.add("discrete", &DataConfig::discrete, "labels to take as discrete");
  options
      .add("validation", &DataConfig::validation,
           "the fraction of the bins, at the end, that is held out for validation")
      .above(0)
      .below(1);
  options.add("validation_from", &DataConfig::validation_from, "the first bin that is held out")
      .at_least(1);
}

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

void ModelKeys::describe(OptionsDescription<ModelKeys>& options) {
  options.add("renormalize", &ModelKeys::renormalize,
              "every objective's slice is brought to unit length");
}

void RunConfig::describe(OptionsDescription<RunConfig>& options) {
  options.add("data", &RunConfig::data, "what is read and what of it is trained on").required();
  options.add("model", &RunConfig::model, "the encoder").of_kind("model");
  options.add("objective", &RunConfig::objective, "a loss on a slice of the embedding");
  options.add("training", &RunConfig::training, "how it is trained");
  options.add("output", &RunConfig::output, "what becomes of it");
  options.add("plugins", &RunConfig::plugins, "where more components come from");
}

}  // namespace facet
