#include "framework/config/training_config.h"

#include "framework/config/solver_rules.h"
#include "framework/sampling/sampling_mode.h"

namespace facet {

void TrainingConfig::describe(OptionsDescription<TrainingConfig>& options) {
  options.add("solver", &TrainingConfig::solver, "how the objectives are trained")
      .one_of(solver_names());
  options.add("steps", &TrainingConfig::steps, "number of updates").at_least(1).may_change();
  options
      .add("batch_size", &TrainingConfig::batch_size,
           "references per step (of each session); 'full': all bins, each once")
      .at_least(1)
      .or_word("full");
  options
      .add("num_negatives", &TrainingConfig::num_negatives,
           "negatives per step (of each session); otherwise as many as references, with a full "
           "batch "
           "a permutation of all bins")
      .at_least(1);
  options
      .add("batches_per_step", &TrainingConfig::batches_per_step,
           "batches whose gradients are averaged for an update")
      .at_least(1);
  options
      .add("sampling", &TrainingConfig::sampling,
           "what the objectives share: references and negatives, drawn from bins that are valid "
           "for all of them, or each draws its own")
      .one_of(sampling_mode_names());
  options
      .add("prior", &TrainingConfig::prior,
           "how references and negatives are drawn; otherwise as the distributions ask, usually "
           "every bin equally likely")
      .of_kind("prior");
  options.add(
      "align_by", &TrainingConfig::align_by,
      "the labels by which the solver 'unified' finds the bins of all sessions that it sees "
      "side by side");
  options.add("optimizer", &TrainingConfig::optimizer, "how parameters are updated")
      .of_kind("optimizer");
  options
      .add("learning_rate", &TrainingConfig::learning_rate,
           "schedules of the learning rate, multiplied with one another and with the optimizer's")
      .of_kind("learning_rate");
  options
      .add("gradient_clip", &TrainingConfig::gradient_clip,
           "the largest norm that the gradient of an update may have")
      .above(0);
  options.add("sam", &TrainingConfig::sam,
              "sharpness-aware minimization: `true`, or a table with `rho`");
  options.add("loss_weight", &TrainingConfig::loss_weight, "weights of the objectives by step")
      .of_kind("scheduler");
  options.add("regularizer", &TrainingConfig::regularizer, "a penalty on slices of objectives")
      .of_kind("regularizer");
  options.add("seed", &TrainingConfig::seed, "of all random numbers of the run").at_least(0);
  options
      .add("device", &TrainingConfig::device, "auto (CUDA where there is one), cpu, cuda or cuda:N")
      .may_change();
  options
      .add("threads", &TrainingConfig::threads,
           "compute threads; 0: what OMP_NUM_THREADS says, else one per core")
      .at_least(0)
      .may_change();
  options
      .add("sampling_threads", &TrainingConfig::sampling_threads,
           "threads that draw batches ahead of time; the result does not depend on it")
      .at_least(1)
      .may_change();
  options.add("valid_frequency", &TrainingConfig::valid_frequency, "steps between validations")
      .at_least(1);
  options
      .add("patience", &TrainingConfig::patience,
           "early stopping: validations in a row that may bring no lower held-out loss; the best "
           "state is restored")
      .at_least(1);
  options
      .add("checkpoint_frequency", &TrainingConfig::checkpoint_frequency,
           "steps between checkpoints, which are also written at every validation")
      .at_least(1)
      .may_change();
  options
      .add("log_frequency", &TrainingConfig::log_frequency,
           "steps between lines of progress, where there is no terminal")
      .at_least(1)
      .may_change();
}

}  // namespace facet
