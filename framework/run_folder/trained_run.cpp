#include "framework/run_folder/trained_run.h"

#include "framework/config/config_file.h"
#include "framework/embedding/seeded_generator.h"
#include "framework/run_folder/missing_plugins.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/recorded_plugins.h"
#include "framework/run_folder/signal_scale_file.h"

namespace facet {

namespace {

RunConfig read_own_config(const RunFolder& folder, const Registry& registry) {
  try {
    return parse_encoder_config(read_config_table(folder.config()), folder.config(), registry);
  } catch (const OptionsError& error) {
    throw_with_missing_plugins(error, folder, registry);
  }
}

}  // namespace

TrainedRun load_run(const RunFolder& folder, Registry& registry) {
  folder.require();
  RunConfig config = read_own_config(folder, registry);
  const std::string& name = config.model.name;
  require_model_of(folder.model(), registry.plugin_of("model", name).name + "/" +
                                       registry.find("model", name).name);
  warn_of_another_model(folder, config, registry);
  const std::vector<std::int64_t> num_neurons = saved_num_neurons(folder.model());
  std::vector<std::shared_ptr<Model>> models;
  {
    const SeededGenerator seeded(0);  // what is drawn is overwritten
    for (const std::int64_t number : num_neurons)
      models.push_back(registry.create<Model>(config.model, {number}, "model"));
  }
  load_model(folder.model(), model_state(models));
  const Encoders encoders(models, objective_slices(config), config.model.renormalize);
  encoders.train(false);
  return {std::move(config), num_neurons, models, encoders};
}

void bring_to_scale(Recording& recording, const TrainedRun& run, const RunFolder& folder,
                    std::int64_t session) {
  if (!run.config.data.zscore) return;
  const auto number = static_cast<std::size_t>(session);
  recording.signals = load_signal_scale(folder.signal_scale(number)).apply(recording.signals);
}

PluginsConfig plugins_section(const RunFolder& folder) {
  folder.require();
  return plugins_section(read_config_table(folder.config()), folder.config());
}

}  // namespace facet
