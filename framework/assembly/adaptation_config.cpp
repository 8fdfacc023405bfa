#include "framework/assembly/adaptation_config.h"

namespace facet {

RunConfig adaptation_config(const RunFolder& run, RunConfig config, const std::string& session,
                            const std::string& data) {
  const RecordingConfig recording = recording_of(config.data, find_session(config.data, session));
  if (!config.data.session.empty()) {
    config.training.solver = TrainingConfig().solver;
    config.training.align_by = {};
  }
  static_cast<RecordingConfig&>(config.data) = recording;
  config.data.session.clear();
  config.data.file = {data};
  config.data.neurons = {};
  config.data.epochs = {};
  config.data.validation_from.reset();
  config.data.test_from.reset();
  config.model.adapt = AdaptConfig{run.path(), session};
  config.output.folder.clear();
  return config;
}

}  // namespace facet
