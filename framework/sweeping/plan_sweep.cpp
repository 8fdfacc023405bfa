#include "framework/sweeping/plan_sweep.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/config/config_file.h"
#include "framework/config/overrides.h"
#include "framework/files/files.h"
#include "framework/judging/expected_figures.h"
#include "framework/run_folder/run_files.h"
#include "framework/sweeping/best_trial.h"
#include "framework/toml/toml_writer.h"

namespace facet {

namespace {

struct PlannedRun {
  SweepRun run;
  std::string config;  ///< as TOML
};

/// What is wrong with a value that a trial has is told as of that trial.
[[noreturn]] void throw_of_trial(const OptionsError& error, std::size_t trial) {
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems)
    if (problem.where.file == override_place) problem.where.file = "trial " + std::to_string(trial);
  throw OptionsError(problems);
}

RunConfig config_of_trial(const SweepQuestion& question, const Table& base, const Trials& trials,
                          std::size_t trial, const Registry& registry) {
  try {
    Table table = base;
    apply_overrides(table, trials.assignments(trial));
    RunConfig config = parse_run_config(table, question.config, registry);
    config.output.folder.clear();
    return config;
  } catch (const OptionsError& error) {
    throw_of_trial(error, trial);
  }
}

/// Holds what the best is chosen by against the figures that the runs will have.
class BestCheck {
 public:
  BestCheck(const SweepQuestion& question, const Trials& trials, Registry& registry)
      : best_(question.best), registry_(registry) {
    for (const std::string& key : trials.keys) data_is_swept_ |= key.starts_with("data");
  }

  void check(std::size_t trial, const RunConfig& config) {
    if (best_.empty()) return;
    if (trial == 0) require_choosable(best_, config.data);
    if (data_is_swept_) return;  // each trial's run tells
    if (!expected_) expected_.emplace(config, registry_);
    const std::vector<std::string> figures = expected_->of(config);
    if (figures.empty() || std::ranges::count(figures, best_)) return;
    const std::string near = did_you_mean(best_, figures);
    throw OptionsError(
        {{{},
          "",
          "--best '" + best_ + "' is no figure that trial " + std::to_string(trial) + " will have" +
              (near.empty() ? ", such as '" + figures.back() + "'" : near)}});
  }

 private:
  const std::string& best_;
  Registry& registry_;
  std::optional<ExpectedFigures> expected_;
  bool data_is_swept_ = false;
};

std::vector<PlannedRun> plan(const SweepQuestion& question, Registry& registry) {
  const Table base = read_config_table(question.config, question.set);
  const Trials trials = make_trials(question);
  BestCheck best(question, trials, registry);
  std::vector<PlannedRun> planned;
  for (std::size_t trial = 0; trial < trials.values.size(); ++trial) {
    RunConfig config = config_of_trial(question, base, trials, trial, registry);
    best.check(trial, config);
    for (std::int64_t i = 0; i < question.seeds; ++i) {
      config.training.seed = question.seed + i;
      planned.push_back(
          {{trial, config.training.seed}, write_toml(write_run_config(config, registry))});
    }
  }
  return planned;
}

/// The first line in which two texts differ, as `A was ..., is now ...`.
std::string first_difference(const std::string& before, const std::string& now) {
  std::istringstream old_lines(before), new_lines(now);
  for (std::string was, is;;) {
    const bool more = static_cast<bool>(std::getline(old_lines, was));
    const bool more_now = static_cast<bool>(std::getline(new_lines, is));
    if (!more && !more_now) return "";
    if (!more) was = "no line";
    if (!more_now) is = "no line";
    if (was != is) return "`" + was + "` is now `" + is + "`";
  }
}

/// A run's files may be there, where it was begun; the config that it was begun by must be this
/// one.
void require_same(const SweepFolder& folder, const SweepQuestion& question,
                  const std::vector<PlannedRun>& planned) {
  std::vector<std::string> lines = differences(read_sweep_question(folder.question()), question);
  if (lines.empty())
    for (const PlannedRun& run : planned) {
      const std::string config = folder.config(run.run);
      if (!path_exists(config)) continue;
      const std::string line = first_difference(read_text(config), run.config);
      if (line.empty()) continue;
      lines.push_back("in " + config + " " + line);
      break;
    }
  if (!lines.empty())
    throw Error(folder.path() +
                ": holds the sweep of another question; choose another folder:\n  " +
                join(lines, "\n  "));
}

void write(const SweepFolder& folder, const std::vector<PlannedRun>& planned) {
  for (const PlannedRun& run : planned) {
    const std::string config = folder.config(run.run);
    std::error_code error;
    const auto place = std::filesystem::path(config).parent_path();
    std::filesystem::create_directories(place, error);
    if (error) throw Error(place.string() + ": cannot be made: " + error.message());
    write_text(config, run.config);
  }
}

}  // namespace

void plan_sweep(const SweepFolder& folder, const SweepQuestion& question, Registry& registry,
                bool goes_on) {
  if (folder.holds_sweep() && !goes_on)
    throw Error(folder.path() +
                ": holds a sweep already: --resume goes on with it; or choose another folder");
  if (!folder.holds_sweep() && !run_files_in(folder.path()).empty())
    throw Error(folder.path() + ": holds a run, not a sweep: choose another folder");
  const std::vector<PlannedRun> planned = plan(question, registry);
  if (folder.holds_sweep())
    require_same(folder, question, planned);
  else
    write(folder, planned);
  write_sweep_question(folder.question(), question);
}

}  // namespace facet
