#include "framework/run/train.h"

#include <chrono>
#include <filesystem>

#include "facet/warning.h"
#include "framework/assembly/assembly.h"
#include "framework/assembly/compute_threads.h"
#include "framework/assembly/solver_options.h"
#include "framework/config/config_file.h"
#include "framework/files/files.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/resume.h"
#include "framework/run_folder/run_record.h"
#include "framework/run_folder/signal_scale_file.h"
#include "framework/toml/toml_writer.h"
#include "framework/training/trust_checks.h"

namespace facet {

namespace {

using Clock = std::chrono::system_clock;

double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

void save_model_and_history(const RunFolder& folder, const Assembly& assembly) {
  const Solver& solver = *assembly.solver;
  save_model(folder.model(), model_state(assembly.models), solver.criterion(),
             assembly.num_neurons);
  write_text(folder.history(), solver.log().to_csv());
  if (assembly.valid_loader) write_text(folder.validation(), solver.validation_log().to_csv());
}

/// Writes the run into its folder whenever it is to be saved.
class FolderWriter : public Observer {
 public:
  FolderWriter(const RunFolder& folder, const Assembly& assembly)
      : folder_(folder), assembly_(assembly) {}
  Training on_checkpoint(std::int64_t) override {
    save_checkpoint(folder_, *assembly_.solver);
    save_model_and_history(folder_, assembly_);
    return Training::goes_on;
  }

 private:
  const RunFolder& folder_;
  const Assembly& assembly_;
};

void tell(const std::function<void(const std::string&)>& whom,
          const std::vector<std::string>& lines) {
  if (!whom) return;
  for (const std::string& line : lines) whom(line);
}

/// A new run, or the old one where it stopped. Warns of what has changed since.
void begin(const RunConfig& config, const RunFolder& folder, Registry& registry, TrainFrom from,
           Assembly& assembly, RunRecord& record) {
  if (from == TrainFrom::first_step) {
    folder.create();
    std::filesystem::remove(folder.checkpoint());
  } else {
    const auto changes =
        from == TrainFrom::changed_checkpoint ? Changes::accepted : Changes::refused;
    record.changes = resume(folder, config, registry, record, changes, *assembly.solver);
    record.resumed_at = assembly.solver->steps_done();
    assembly.warnings.add(record.changes);
  }
  write_text(folder.config(), write_toml(write_run_config(config, registry)));
  record.warnings = assembly.warnings.all();
  write_text(folder.record(), run_record_json(record, config, registry));
}

std::vector<RecordedData> recorded_data(const RunData& data) {
  std::vector<RecordedData> recorded;
  for (std::size_t session = 0; session < data.checksums.size(); ++session)
    recorded.push_back({data.sessions->recordings()[session].name, data.checksums[session]});
  return recorded;
}

std::vector<std::string> check_trained(const Solver& solver, const at::Tensor& embedding) {
  std::vector<std::string> warnings = check_bounds(solver.criterion());
  for (std::string& warning : check_spread(embedding, solver.feature_ranges()))
    warnings.push_back(std::move(warning));
  return warnings;
}

}  // namespace

TrainOutcome train(const RunConfig& config, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks, TrainFrom from) {
  const ComputeThreads threads(config.training.threads);
  Assembly assembly = assemble(config, registry);
  Solver& solver = *assembly.solver;
  tell(hooks.note, assembly.decisions);
  Warnings& warnings = assembly.warnings;
  warnings.tell(hooks.warning);
  const WarningSink of_components([&](const std::string& warning) { warnings.add(warning); });

  const auto start = Clock::now();
  RunRecord record;
  record.started = seconds(start.time_since_epoch());
  record.device = solver.device().str();
  record.data = recorded_data(assembly.data);
  begin(config, folder, registry, from, assembly, record);
  for (std::size_t session = 0; session < assembly.data.signal_scales.size(); ++session)
    save_signal_scale(folder.signal_scale(session), assembly.data.signal_scales[session]);

  auto& fit = assembly.fit_options;
  fit.folder = folder.path();
  fit.observers = create_observers(config, registry);
  fit.observers.insert(fit.observers.end(), hooks.observers.begin(), hooks.observers.end());
  fit.observers.push_back(std::make_shared<FolderWriter>(folder, assembly));
  const FitEnd end = solver.fit(*assembly.loader, fit);
  save_model_and_history(folder, assembly);

  record.steps = solver.steps_done();
  record.interrupted = end == FitEnd::interrupted;
  record.stopped_early = end == FitEnd::stopped_early;
  record.seconds = seconds(Clock::now() - start);
  const LabelledEmbedding embedded = embed_own_recordings(assembly);
  save_embedding(folder.embedding(), embedded);

  warnings.add(check_trained(solver, embedded.embedding));
  record.warnings = warnings.all();
  write_text(folder.record(), run_record_json(record, config, registry));
  return {record.steps, end};
}

}  // namespace facet
