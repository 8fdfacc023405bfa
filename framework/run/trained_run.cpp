#include "framework/run/trained_run.h"

#include "framework/config/config_file.h"
#include "framework/run/model_file.h"
#include "framework/run/run_facets.h"

namespace facet {

TrainedRun load_run(const RunFolder& folder, Registry& registry) {
  folder.require();
  TrainedRun run;
  run.config = parse_run_config(read_config_table(folder.config()), folder.config(), registry,
                                DataFiles::may_be_missing);
  run.num_neurons = saved_num_neurons(folder.model());
  auto model = registry.create<Model>(run.config.model, {run.num_neurons}, "model");
  load_model(folder.model(), *model);
  run.model = create_multiobjective_model(std::move(model), objective_slices(run.config),
                                          run.config.renormalize);
  run.model->eval();
  return run;
}

std::vector<std::string> plugin_folders(const RunFolder& folder) {
  folder.require();
  return plugin_folders(read_config_table(folder.config()), folder.config());
}

}  // namespace facet
