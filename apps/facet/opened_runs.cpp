#include "opened_runs.h"

#include "framework/run_folder/run_files.h"
#include "framework/run_folder/run_inputs.h"
#include "opened_config.h"

namespace facet {

OpenedRuns open_runs(const std::vector<std::string>& paths) {
  OpenedRuns all;
  for (const std::string& path : paths)
    for (const std::string& folder : runs_in(path)) {
      all.runs.emplace_back(folder);
      OpenedConfig run = open_run(all.runs.back());
      for (const std::string& input : input_files(run.config)) all.inputs.push_back(input);
      all.configs.push_back(std::move(run.config));
      if (!all.registry) all.registry = std::move(run.registry);
    }
  return all;
}

}  // namespace facet
