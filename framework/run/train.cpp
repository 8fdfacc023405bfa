#include "framework/run/train.h"

#include <ATen/Parallel.h>

#include <chrono>
#include <optional>

#include "facet/warning.h"
#include "framework/assembly/compute_threads.h"
#include "framework/run/old_run.h"
#include "framework/run/written_training.h"
#include "framework/run_folder/resume.h"

namespace facet {

namespace {

constexpr const char* spinning =
    " compute threads spin while they wait, so that beside another process training may take "
    "twenty "
    "times as long: set OMP_WAIT_POLICY=passive in the environment before the program starts";

using Clock = std::chrono::system_clock;

double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

void tell(const std::function<void(const std::string&)>& whom,
          const std::vector<std::string>& lines) {
  if (!whom) return;
  for (const std::string& line : lines) whom(line);
}

/// Of a run that begins, or goes on where it stopped.
RunRecord record_at_begin(Assembly& assembly, const RunFolder& folder, Registry& registry,
                          TrainFrom from) {
  RunRecord record;
  record.started = seconds(Clock::now().time_since_epoch());
  record.device = assembly.solver->device().str();
  record.data = recorded_data(assembly);
  if (!resumes(from)) return record;
  const auto changes = from == TrainFrom::changed_checkpoint ? Changes::accepted : Changes::refused;
  record.changes = resume(folder, assembly.config, registry, record, changes, *assembly.solver);
  record.resumed_at = assembly.solver->steps_done();
  assembly.warnings.add(record.changes);
  return record;
}

/// While it lives, the user is told what there is to tell; afterwards whoever listened may be gone.
class Telling {
 public:
  Telling(Assembly& assembly, const TrainHooks& hooks) : warnings_(assembly.warnings) {
    if (!assembly.solver->is_first_rank()) return;
    tell(hooks.note, assembly.decisions);
    warnings_.tell(hooks.warning);
  }
  ~Telling() { warnings_.tell(nullptr); }
  Telling(const Telling&) = delete;
  Telling& operator=(const Telling&) = delete;

 private:
  Warnings& warnings_;
  const WarningSink of_components_{[this](const std::string& warning) { warnings_.add(warning); }};
};

/// A rank that only computes.
TrainOutcome train_silently(Assembly& assembly) {
  const FitEnd end = assembly.solver->fit(*assembly.loader, assembly.fit_options);
  return {assembly.solver->steps_done(), end};
}

}  // namespace

TrainOutcome train(const RunConfig& config, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks, TrainFrom from) {
  if (!resumes(from))
    RunPlace::require(folder.path(), old_run(from), config);  // before data is read
  const ComputeThreads threads(config.training.threads);
  Assembly assembly = assemble(config, registry);
  return train(assembly, folder, registry, hooks, from);
}

TrainOutcome train(Assembly& assembly, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks, TrainFrom from) {
  const ComputeThreads threads(assembly.config.training.threads);
  if (threads.spin_while_they_wait())
    assembly.warnings.add(std::to_string(at::get_num_threads()) + spinning);
  const Telling telling(assembly, hooks);
  if (resumes(from)) require_begun(folder);
  std::optional<RunPlace> place;  // of the first rank, which alone writes
  if (assembly.solver->is_first_rank())
    place.emplace(folder.path(), old_run(from), assembly.config);
  RunRecord record = record_at_begin(assembly, folder, registry, from);
  if (!place) return train_silently(assembly);
  WrittenTraining training(assembly, RunFolder(place->path()), folder.path(), registry,
                           std::move(record), [&] {
                             place->keep();
                             if (hooks.saved) hooks.saved();
                           });
  return training.run(hooks.observers);
}

}  // namespace facet
