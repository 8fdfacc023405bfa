#include "framework/sweeping/sweep_folder.h"

#include "framework/files/files.h"

namespace facet {

std::string to_string(const SweepRun& run) {
  return "trial-" + std::to_string(run.trial) + "/seed-" + std::to_string(run.seed);
}

std::string SweepFolder::config(const SweepRun& run) const {
  return path_ + "/" + to_string(run) + ".toml";
}

std::string SweepFolder::log(const SweepRun& run) const {
  return path_ + "/" + to_string(run) + ".log";
}

RunFolder SweepFolder::folder(const SweepRun& run) const {
  return RunFolder(path_ + "/" + to_string(run));
}

bool SweepFolder::is_complete(const SweepRun& run) const {
  return path_exists(folder(run).metrics());
}

bool SweepFolder::holds_sweep() const {
  return path_exists(question());
}

}  // namespace facet
