#include "framework/run/train.h"

#include <chrono>
#include <optional>

#include "facet/warning.h"
#include "framework/assembly/compute_threads.h"
#include "framework/assembly/solver_options.h"
#include "framework/calls/call.h"
#include "framework/run/embed_recordings.h"
#include "framework/run/old_run.h"
#include "framework/run/run_writer.h"
#include "framework/run_folder/resume.h"
#include "framework/training/trust_checks.h"

namespace facet {

namespace {

using Clock = std::chrono::system_clock;

double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

void tell(const std::function<void(const std::string&)>& whom,
          const std::vector<std::string>& lines) {
  if (!whom) return;
  for (const std::string& line : lines) whom(line);
}

std::vector<RecordedData> recorded_data(const Assembly& assembly) {
  const RunData& data = assembly.data;
  std::vector<RecordedData> recorded;
  for (std::size_t session = 0; session < data.checksums.size(); ++session)
    recorded.push_back({data.sessions->recordings()[session].name, data.checksums[session],
                        assembly.windows[session]});
  return recorded;
}

/// Of a run that begins, or goes on where it stopped.
RunRecord record_at_begin(Assembly& assembly, const RunConfig& config, const RunFolder& folder,
                          Registry& registry, TrainFrom from) {
  RunRecord record;
  record.started = seconds(Clock::now().time_since_epoch());
  record.device = assembly.solver->device().str();
  record.data = recorded_data(assembly);
  if (!resumes(from)) return record;
  const auto changes = from == TrainFrom::changed_checkpoint ? Changes::accepted : Changes::refused;
  record.changes = resume(folder, config, registry, record, changes, *assembly.solver);
  record.resumed_at = assembly.solver->steps_done();
  assembly.warnings.add(record.changes);
  return record;
}

std::vector<std::string> check_trained(const Solver& solver, const at::Tensor& embedding) {
  std::vector<std::string> warnings = check_bounds(solver.criterion());
  for (std::string& warning : check_spread(embedding, solver.feature_ranges()))
    warnings.push_back(std::move(warning));
  return warnings;
}

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
  return train(assembly, config, folder, registry, hooks, from);
}

TrainOutcome train(Assembly& assembly, const RunConfig& config, const RunFolder& folder,
                   Registry& registry, const TrainHooks& hooks, TrainFrom from) {
  const ComputeThreads threads(config.training.threads);
  Solver& solver = *assembly.solver;
  Warnings& warnings = assembly.warnings;
  if (solver.is_first_rank()) {
    tell(hooks.note, assembly.decisions);
    warnings.tell(hooks.warning);
  }
  const WarningSink of_components([&](const std::string& warning) { warnings.add(warning); });

  std::optional<RunPlace> place;
  if (resumes(from)) require_begun(folder);
  if (solver.is_first_rank()) place.emplace(folder.path(), old_run(from), config);
  RunRecord record = record_at_begin(assembly, config, folder, registry, from);
  if (!place) return train_silently(assembly);

  const RunFolder written(place->path());
  const auto writer = std::make_shared<RunWriter>(written, config, registry, assembly, [&] {
    place->keep();
    if (hooks.saved) hooks.saved();
  });
  writer->begin();
  record.warnings = warnings.all();
  writer->write(record);

  Solver::FitOptions fit = assembly.fit_options;
  fit.folder = written.path();
  fit.observers = create_observers(config, registry);
  fit.observers.insert(fit.observers.end(), hooks.observers.begin(), hooks.observers.end());
  fit.observers.push_back(writer);
  const auto write_end = [&](FitEnd end) {
    record.steps = solver.steps_done();
    record.interrupted = end == FitEnd::interrupted;
    record.stopped_early = end == FitEnd::stopped_early;
    record.seconds = seconds(Clock::now().time_since_epoch()) - record.started;
    const LabelledEmbedding embedded = embed_own_recordings(assembly);
    writer->end(embedded);
    warnings.add(check_trained(solver, embedded.embedding));
    record.warnings = warnings.all();
    writer->write(record);
  };
  const std::int64_t begun_at = solver.steps_done();
  try {
    const FitEnd end = solver.fit(*assembly.loader, fit);
    write_end(end);
    return {record.steps, end};
  } catch (const ComponentError& error) {
    const std::int64_t steps = solver.steps_done();
    if (steps == begun_at || solver.saved_at() < steps) throw;
    try {
      write_end(FitEnd::interrupted);
    } catch (const Error& too) {  // perhaps the same component
      warnings.add(std::string("the embedding is missing: ") + too.what());
      record.warnings = warnings.all();
      writer->write(record);
    }
    throw ComponentError(std::string(error.what()) + "; what was learned in the " +
                         std::to_string(steps) + " steps before is saved in " + folder.path());
  }
}

}  // namespace facet
