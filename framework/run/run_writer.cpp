#include "framework/run/run_writer.h"

#include <filesystem>

#include "facet/error.h"
#include "facet/mapped_files.h"
#include "framework/config/config_file.h"
#include "framework/files/files.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/resume.h"
#include "framework/run_folder/run_embedding.h"
#include "framework/run_folder/signal_scale_file.h"
#include "framework/toml/toml_writer.h"

namespace facet {

std::vector<RecordedData> recorded_data(const Assembly& assembly) {
  const RunData& data = assembly.data;
  std::vector<RecordedData> recorded;
  for (std::size_t session = 0; session < data.checksums.size(); ++session)
    recorded.push_back({data.sessions->recordings()[session].name, data.checksums[session],
                        assembly.windows[session]});
  return recorded;
}

namespace {

void remove_file(const std::string& path) {
  std::error_code error;
  std::filesystem::remove(path, error);
  if (error) throw Error(path + ": cannot be removed: " + error.message());
}

}  // namespace

void RunWriter::begin() {
  // They tell of a run that is complete; this one goes on.
  remove_file(folder_.metrics());
  remove_file(folder_.report());
  write_text(folder_.config(), write_toml(write_run_config(assembly_.config, registry_)));
  const std::vector<SignalScale>& scales = assembly_.data.signal_scales;
  for (std::size_t session = 0; session < scales.size(); ++session)
    save_signal_scale(folder_.signal_scale(session), scales[session]);
}

Training RunWriter::on_step(const Report&) {
  require_unchanged_files();
  return Training::goes_on;
}

Training RunWriter::on_checkpoint(std::int64_t) {
  require_unchanged_files();
  save_checkpoint(folder_, *assembly_.solver);
  write_model_and_history();
  saved_();
  return Training::goes_on;
}

void RunWriter::end(LabelledEmbedding embedding) {
  require_unchanged_files();
  write_model_and_history();
  embedding.model = folder_.model_checksum();
  save_embedding(folder_.embedding(), embedding);
}

void RunWriter::write(const RunRecord& record) {
  write_text(folder_.record(), run_record_json(record, assembly_.config, registry_));
}

void RunWriter::write_model_and_history() {
  const Solver& solver = *assembly_.solver;
  save_model(folder_.model(), model_state(assembly_.models), solver.criterion(),
             assembly_.num_neurons, components_);
  remove_outdated(folder_);
  write_text(folder_.history(), solver.log().to_csv());
  if (assembly_.valid_loader) write_text(folder_.validation(), solver.validation_log().to_csv());
}

}  // namespace facet
