#include "framework/assembly/solver_options.h"

namespace facet {

Solver::Options create_solver_options(const RunConfig& config, Registry& registry) {
  const TrainingConfig& training = config.training;
  Solver::Options options{training, training};
  options.renormalize = config.model.renormalize;
  for (const ComponentChoice& mask : config.data.masks)
    options.masks.push_back(registry.create<Mask>(mask, {}, "data.masks"));
  if (training.regularizer) {
    options.regularizer =
        registry.create<Regularizer>(*training.regularizer, {}, "training.regularizer");
    options.regularized = training.regularizer->objectives;
  }
  return options;
}

Solver::FitOptions create_fit_options(const RunConfig& config, Registry& registry) {
  const TrainingConfig& training = config.training;
  const Scheduler::Arguments arguments{static_cast<std::int64_t>(config.objective.size())};
  Solver::FitOptions fit{training};
  if (training.loss_weight)
    fit.scheduler_loss =
        registry.create<Scheduler>(*training.loss_weight, arguments, "training.loss_weight");
  if (training.regularizer)
    fit.scheduler_regularizer = registry.create<Scheduler>(training.regularizer->weight, arguments,
                                                           "training.regularizer.weight");
  for (const ComponentChoice& schedule : training.learning_rate)
    fit.learning_rate.push_back(
        registry.create<LearningRate>(schedule, {training.steps}, "training.learning_rate"));
  return fit;
}

std::vector<std::shared_ptr<Observer>> create_observers(const RunConfig& config,
                                                        Registry& registry) {
  std::vector<std::shared_ptr<Observer>> observers;
  for (const ComponentChoice& observer : config.output.observers)
    observers.push_back(registry.create<Observer>(observer, {}, "output.observers"));
  return observers;
}

}  // namespace facet
