#include "framework/run/train.h"

#include <chrono>

#include "framework/config/config_file.h"
#include "framework/config/toml_writer.h"
#include "framework/run/assembly.h"
#include "framework/run/embedding_file.h"
#include "framework/run/files.h"
#include "framework/run/model_file.h"
#include "framework/run/run_record.h"

namespace facet {

namespace {

using Clock = std::chrono::system_clock;

double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

void save_progress(const RunFolder& folder, const Assembly& assembly,
                   const MultiobjectiveSolverBase& solver) {
  save_model(folder.model(), *assembly.model, solver.criterion(),
             assembly.recording->num_channels());
  write_text(folder.history(), solver.log().to_csv());
  if (assembly.valid_loader) write_text(folder.validation(), solver.validation_log().to_csv());
}

void tell(const std::function<void(const std::string&)>& whom,
          const std::vector<std::string>& lines) {
  if (!whom) return;
  for (const std::string& line : lines) whom(line);
}

}  // namespace

TrainOutcome train(const RunConfig& config, const RunFolder& folder, Registry& registry,
                   const TrainHooks& hooks) {
  Assembly assembly = assemble(config, registry);
  tell(hooks.note, assembly.decisions);
  tell(hooks.warning, assembly.warnings);
  folder.create();
  write_text(folder.config(), write_toml(write_run_config(config, registry)));
  if (assembly.signal_scale) save_signal_scale(folder.signal_scale(), *assembly.signal_scale);

  auto& fit = assembly.fit_options;
  fit.observers.insert(fit.observers.end(), hooks.observers.begin(), hooks.observers.end());
  fit.logger = hooks.logger;
  fit.interrupted = hooks.interrupted;
  fit.save_hook = [&](std::int64_t, const MultiobjectiveSolverBase& solver) {
    save_progress(folder, assembly, solver);
  };

  const auto start = Clock::now();
  MultiobjectiveSolverBase& solver = *assembly.solver;
  solver.fit(*assembly.loader, fit);
  RunRecord record;
  record.steps = solver.metadata().batches_seen;
  record.interrupted = record.steps < assembly.loader->num_steps();
  record.started = seconds(start.time_since_epoch());
  record.seconds = seconds(Clock::now() - start);
  record.device = solver.device().str();

  const Recording& recording = *assembly.recording;
  save_embedding(folder.embedding(),
                 {solver.transform(recording.signals, recording.segments), recording.labels});
  write_text(folder.record(), run_record_json(record, config, registry));
  return {record.steps, record.interrupted};
}

}  // namespace facet
