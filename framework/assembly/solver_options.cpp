#include "framework/assembly/solver_options.h"

namespace facet {

Solver::Options create_solver_options(const RunConfig& config, Registry& registry) {
  const TrainingConfig& training = config.training;
  Solver::Options options;
  options.renormalize = config.model.renormalize;
  options.sam = training.sam;
  for (const ComponentChoice& mask : config.data.masks)
    options.masks.push_back(registry.create<Mask>(mask, {}, "data.masks"));
  options.gradient_clip = training.gradient_clip;
  if (training.regularizer) {
    options.regularizer =
        registry.create<Regularizer>(*training.regularizer, {}, "training.regularizer");
    options.regularized = training.regularizer->objectives;
  }
  options.seed = static_cast<std::uint64_t>(training.seed);
  options.patience = training.patience;
  return options;
}

Solver::FitOptions create_fit_options(const RunConfig& config, Registry& registry) {
  const TrainingConfig& training = config.training;
  const Scheduler::Arguments arguments{static_cast<std::int64_t>(config.objective.size())};
  Solver::FitOptions fit;
  if (training.loss_weight)
    fit.scheduler_loss =
        registry.create<Scheduler>(*training.loss_weight, arguments, "training.loss_weight");
  if (training.regularizer)
    fit.scheduler_regularizer = registry.create<Scheduler>(training.regularizer->weight, arguments,
                                                           "training.regularizer.weight");
  for (const ComponentChoice& schedule : training.learning_rate)
    fit.learning_rate.push_back(
        registry.create<LearningRate>(schedule, {training.steps}, "training.learning_rate"));
  fit.batches_per_step = training.batches_per_step;
  fit.valid_frequency = training.valid_frequency;
  fit.checkpoint_frequency = training.checkpoint_frequency;
  fit.sampling_threads = training.sampling_threads;
  return fit;
}

LoaderOptions create_loader_options(const RunConfig& config) {
  const TrainingConfig& training = config.training;
  LoaderOptions options;
  options.num_steps = training.steps;
  const auto* batch_size = std::get_if<std::int64_t>(&training.batch_size);
  options.batch_size = batch_size ? std::optional(*batch_size) : std::nullopt;
  options.num_negatives = training.num_negatives;
  options.sampling = sampling_mode(training.sampling);
  options.prior = training.prior;
  options.seed = static_cast<std::uint64_t>(training.seed);
  return options;
}

std::vector<std::shared_ptr<Observer>> create_observers(const RunConfig& config,
                                                        Registry& registry) {
  std::vector<std::shared_ptr<Observer>> observers;
  for (const ComponentChoice& observer : config.output.observers)
    observers.push_back(registry.create<Observer>(observer, {}, "output.observers"));
  return observers;
}

}  // namespace facet
