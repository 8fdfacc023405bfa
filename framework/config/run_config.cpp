#include "framework/config/run_config.h"

#include "framework/training/sampling_mode.h"

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

void TrainingConfig::describe(OptionsDescription<TrainingConfig>& options) {
  options.add("solver", &TrainingConfig::solver, "how the objectives are trained")
      .one_of({"multiobjective-solver", "supervised-solver-xcebra"});
  options.add("steps", &TrainingConfig::steps, "number of updates").at_least(1);
  options
      .add("batch_size", &TrainingConfig::batch_size,
           "references a step (of each session); 'full': all bins, each once")
      .at_least(1)
      .or_word("full");
  options
      .add("num_negatives", &TrainingConfig::num_negatives,
           "negatives a step (of each session); otherwise as many as references, with a full batch "
           "a permutation of all bins")
      .at_least(1);
  options
      .add("sampling", &TrainingConfig::sampling,
           "what the objectives share: references and negatives, drawn from bins that are valid "
           "for all of them, or each draws its own")
      .one_of(sampling_mode_names());
  options
      .add("prior", &TrainingConfig::prior,
           "how references and negatives are drawn; otherwise as the distributions ask, usually "
           "'empirical'")
      .of_kind("prior");
  options.add("optimizer", &TrainingConfig::optimizer, "how parameters are updated")
      .of_kind("optimizer");
  options.add("loss_weight", &TrainingConfig::loss_weight, "weights of the objectives by step")
      .of_kind("scheduler");
  options.add("regularizer", &TrainingConfig::regularizer, "a penalty on every objective's slice")
      .of_kind("regularizer");
  options.add("seed", &TrainingConfig::seed, "of all random numbers of the run").at_least(0);
  options.add("device", &TrainingConfig::device,
              "auto (CUDA where there is one), cpu, cuda or cuda:N");
  options
      .add("threads", &TrainingConfig::threads,
           "compute threads; 0: what OMP_NUM_THREADS says, else one a core")
      .at_least(0);
  options
      .add("sampling_threads", &TrainingConfig::sampling_threads,
           "threads that draw batches ahead of time; the result does not depend on it")
      .at_least(1);
  options.add("valid_frequency", &TrainingConfig::valid_frequency, "steps between validations")
      .at_least(1);
  options
      .add("log_frequency", &TrainingConfig::log_frequency,
           "steps between lines of progress, where there is no terminal")
      .at_least(1);
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

void RegularizerKeys::describe(OptionsDescription<RegularizerKeys>& options) {
  options.add("weight", &RegularizerKeys::weight, "of the penalty, by step").of_kind("scheduler");
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
