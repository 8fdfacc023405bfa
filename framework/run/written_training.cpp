#include "framework/run/written_training.h"

#include <chrono>

#include "framework/assembly/solver_options.h"
#include "framework/calls/call.h"
#include "framework/run/embed_recordings.h"
#include "framework/training/trust_checks.h"

namespace facet {

namespace {

double seconds_since(double start) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count() - start;
}

std::vector<std::string> check_trained(const Solver& solver, const at::Tensor& embedding) {
  std::vector<std::string> warnings = check_bounds(solver.criterion());
  for (std::string& warning : check_spread(embedding, solver.feature_ranges()))
    warnings.push_back(std::move(warning));
  return warnings;
}

}  // namespace

WrittenTraining::WrittenTraining(Assembly& assembly, const RunFolder& folder, std::string name,
                                 Registry& registry, RunRecord record, std::function<void()> saved)
    : assembly_(assembly),
      registry_(registry),
      folder_(folder),
      name_(std::move(name)),
      record_(std::move(record)),
      writer_(std::make_shared<RunWriter>(folder_, registry_, assembly_, std::move(saved))) {}

TrainOutcome WrittenTraining::run(const std::vector<std::shared_ptr<Observer>>& observers) {
  Solver& solver = *assembly_.solver;
  writer_->begin();
  write_record();

  Solver::FitOptions fit = assembly_.fit_options;
  fit.folder = folder_.path();
  for (const auto& all : {create_observers(assembly_.config, registry_), observers})
    fit.observers.insert(fit.observers.end(), all.begin(), all.end());
  fit.observers.push_back(writer_);
  const std::int64_t begun_at = solver.steps_done();
  try {
    const FitEnd end = solver.fit(*assembly_.loader, fit);
    write_end(end, solver.ranks());
    return {record_.steps, end};
  } catch (const ComponentError& error) {
    const std::int64_t steps = solver.steps_done();
    if (steps == begun_at || solver.saved_at() < steps) throw;
    write_what_was_learned();
    throw ComponentError(std::string(error.what()) + "; what was learned in the " +
                         std::to_string(steps) + " steps before is saved in " + name_);
  }
}

void WrittenTraining::write_record() {
  record_.warnings = assembly_.warnings.all();
  writer_->write(record_);
}

void WrittenTraining::write_end(FitEnd end, Ranks& ranks) {
  record_.steps = assembly_.solver->steps_done();
  record_.interrupted = end == FitEnd::interrupted;
  record_.stopped_early = end == FitEnd::stopped_early;
  record_.seconds = seconds_since(record_.started);
  const LabelledEmbedding embedded = embed_own_recordings(assembly_, ranks);
  require_finite(embedded.embedding, assembly_.training.space.bins);
  writer_->end(embedded);
  assembly_.warnings.add(check_trained(*assembly_.solver, embedded.embedding));
  write_record();
}

void WrittenTraining::write_what_was_learned() {
  SingleRank alone;  // the others may be gone
  try {
    write_end(FitEnd::interrupted, alone);
  } catch (const Error& too) {  // perhaps the same component
    assembly_.warnings.add(std::string("the embedding is missing: ") + too.what());
    write_record();
  }
}

}  // namespace facet
