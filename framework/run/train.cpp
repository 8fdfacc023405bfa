#include "framework/run/train.h"

#include <ATen/Parallel.h>

#include <chrono>

#include "facet/warning.h"
#include "framework/assembly/compute_threads.h"
#include "framework/run/old_run.h"
#include "framework/run/rank_facts.h"
#include "framework/run/share_state.h"
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

RunRecord record_at_begin(const Assembly& assembly) {
  RunRecord record;
  record.started = seconds(Clock::now().time_since_epoch());
  record.device = assembly.solver->device().str();
  record.data = recorded_data(assembly);
  return record;
}

/// Goes on where the run in the folder stopped.
void go_on(Assembly& assembly, const RunFolder& folder, Registry& registry, TrainFrom from,
           RunRecord& record) {
  const auto changes = from == TrainFrom::changed_checkpoint ? Changes::accepted : Changes::refused;
  record.changes = resume(folder, assembly.config, registry, record, changes, *assembly.solver);
  record.resumed_at = assembly.solver->steps_done();
  assembly.warnings.add(record.changes);
}

void share_what_was_resumed(Assembly& assembly) {
  Ranks& ranks = assembly.solver->ranks();
  if (!ranks.several()) return;
  share_state(*assembly.solver);
  ranks.agree({state_fact(*assembly.solver)});
}

/// Ends a training after the step in which an end was asked for.
class EndWhenAsked : public Observer {
 public:
  explicit EndWhenAsked(std::function<bool()> asked) : asked_(std::move(asked)) {}
  Training on_step(const Report&) override {
    return asked_ && asked_() ? Training::ends : Training::goes_on;
  }

 private:
  const std::function<bool()> asked_;
};

/// While it lives, the user is told what there is to tell; afterwards whoever listened may be gone.
class Telling {
 public:
  Telling(Assembly& assembly, const TrainHooks& hooks) : warnings_(assembly.warnings) {
    if (!assembly.solver->ranks().is_first()) return;
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
TrainOutcome train_silently(Assembly& assembly, const TrainHooks& hooks, TrainFrom from) {
  if (resumes(from)) share_what_was_resumed(assembly);
  Solver::FitOptions fit = assembly.fit_options;
  fit.observers.push_back(std::make_shared<EndWhenAsked>(hooks.end_asked));
  const FitEnd end = assembly.solver->fit(*assembly.loader, fit);
  assembly.embedding(assembly.solver->ranks());
  return {assembly.solver->steps_done(), end};
}

}  // namespace

TrainOutcome train(const RunConfig& config, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks, TrainFrom from, const std::shared_ptr<Ranks>& ranks) {
  if (!resumes(from) && ranks->is_first())
    RunPlace::require(folder.path(), old_run(from), config);  // before data is read
  const ComputeThreads threads(config.training.threads);
  Assembly assembly = assemble(config, registry, ranks);
  return train(assembly, folder, registry, hooks, from);
}

TrainOutcome train(Assembly& assembly, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks, TrainFrom from) {
  const ComputeThreads threads(assembly.config.training.threads);
  if (threads.spin_while_they_wait())
    assembly.warnings.add(std::to_string(at::get_num_threads()) + spinning);
  const Telling telling(assembly, hooks);
  RunRecord record = record_at_begin(assembly);
  Ranks& ranks = assembly.solver->ranks();
  if (ranks.several()) ranks.agree(rank_facts(assembly, record, registry));
  if (!ranks.is_first()) return train_silently(assembly, hooks, from);
  if (resumes(from)) require_begun(folder);
  RunPlace place(folder.path(), old_run(from), assembly.config);
  if (resumes(from)) {
    go_on(assembly, folder, registry, from, record);
    share_what_was_resumed(assembly);
  }
  WrittenTraining training(assembly, RunFolder(place.path()), folder.path(), registry,
                           std::move(record), [&] {
                             place.keep();
                             if (hooks.saved) hooks.saved();
                           });
  std::vector<std::shared_ptr<Observer>> observers = {
      std::make_shared<EndWhenAsked>(hooks.end_asked)};
  observers.insert(observers.end(), hooks.observers.begin(), hooks.observers.end());
  return training.run(observers);
}

}  // namespace facet
