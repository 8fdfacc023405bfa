#pragma once

#include <string>

#include "facet/export.h"
#include "framework/run_folder/run_folder.h"
#include "framework/sweeping/trials.h"

namespace facet {

/// A sweep is a folder. `trial-3/seed-0` is a run, `trial-3/seed-0.toml` the config that it is
/// trained by, `trial-3/seed-0.log` what the program said meanwhile.
class FACET_API SweepFolder {
 public:
  explicit SweepFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  std::string question() const { return path_ + "/sweep.toml"; }  ///< written after all configs
  std::string table() const { return path_ + "/table.csv"; }
  std::string metrics() const { return path_ + "/metrics.json"; }  ///< see judge_best.h
  std::string report() const { return path_ + "/report.html"; }    ///< a run of each trial
  std::string script() const { return path_ + "/sweep.sbatch"; }   ///< see slurm_script.h

  std::string config(const SweepRun& run) const;
  std::string log(const SweepRun& run) const;
  RunFolder folder(const SweepRun& run) const;
  /// Whether its metrics.json, which comes last, is there.
  bool is_complete(const SweepRun& run) const;
  /// Whether there is a sweep in it.
  bool holds_sweep() const;

 private:
  std::string path_;
};

/// `trial-3/seed-0`
FACET_API std::string to_string(const SweepRun& run);

}  // namespace facet
