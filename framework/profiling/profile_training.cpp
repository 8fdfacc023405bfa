#include "framework/profiling/profile_training.h"

#include <memory>

#include "facet/error.h"
#include "framework/assembly/compute_threads.h"
#include "framework/profiling/operation_recorder.h"

namespace facet {

namespace {

/// The run itself stays as long as its config says: schedules of the learning rate go by that.
class EndAfter : public Observer {
 public:
  explicit EndAfter(std::int64_t step) : step_(step) {}
  Training on_step(const Report& report) override {
    return report.step < step_ ? Training::goes_on : Training::ends;
  }

 private:
  const std::int64_t step_;
};

}  // namespace

std::vector<TimedOperation> profile_training(Assembly& assembly, std::int64_t num_steps) {
  if (assembly.loader->num_steps() < num_steps)
    throw Error("the run has " + std::to_string(assembly.loader->num_steps()) + " steps, not " +
                std::to_string(num_steps));
  Solver::FitOptions fit = assembly.fit_options;
  fit.valid_loader = nullptr;
  fit.patience = {};
  fit.observers = {std::make_shared<EndAfter>(num_steps)};
  const ComputeThreads threads(assembly.config.training.threads);
  OperationRecorder recorder;
  assembly.solver->fit(*assembly.loader, fit);
  return recorder.stop();
}

}  // namespace facet
