#include "train_into.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "interrupt.h"
#include "progress.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

TrainHooks hooks_for(const RunConfig& config, bool quiet) {
  TrainHooks hooks;
  hooks.warning = [](const std::string& line) { std::cerr << "warning: " << line << '\n'; };
  hooks.interrupted = Interrupt::asked_for;
  if (quiet) return hooks;
  hooks.note = [](const std::string& line) { std::cerr << line << '\n'; };
  hooks.observers.push_back(std::make_shared<Progress>(std::cerr, isatty(STDERR_FILENO) == 1,
                                                       config.training.log_frequency));
  return hooks;
}

}  // namespace

std::string new_folder(const std::string& config) {
  const std::string name = "runs/" + fs::path(config).stem().string();
  std::string folder = name;
  for (int i = 2; fs::exists(folder); ++i) folder = name + "-" + std::to_string(i);
  return folder;
}

TrainOutcome train_into(const std::string& folder, const RunConfig& config, OpenedConfig& opened,
                        TrainFrom from, bool quiet) {
  const RunFolder run(folder);
  if (!fs::exists(run.config())) from = TrainFrom::first_step;
  const TrainOutcome outcome = train(config, run, *opened.registry, hooks_for(config, quiet), from);
  if (outcome.end == FitEnd::interrupted)
    std::cerr << "interrupted after " << outcome.steps << " steps; the run is saved, and goes on "
              << "with: facet train " << folder << " --resume\n";
  return outcome;
}

}  // namespace facet
