#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/ranks/joined_training.h"
#include "apps/facet/ranks/local_program.h"
#include "apps/facet/ranks/ranks_options.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/files/files.h"
#include "framework/judging/train_seeds.h"
#include "interrupt.h"
#include "json_text.h"
#include "messages.h"
#include "opened_config.h"
#include "run_report.h"
#include "train_into.h"
#include "usage.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

using nlohmann::ordered_json;

const char* name_of(FitEnd end) {
  return end == FitEnd::done            ? "done"
         : end == FitEnd::stopped_early ? "stopped_early"
                                        : "interrupted";
}

bool is_same(const std::string& folder, const std::string& other) {
  std::error_code not_there;
  return fs::equivalent(folder, other, not_there);
}

/// As a shell takes it.
std::string word(const std::string& text) {
  const char* plain = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-+=./,:@%";
  if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

/// The command that goes on with all seeds.
std::string resumed_seeds(const Given& given, const std::string& folder) {
  std::string line = "facet train " + word(given["CONFIG"].as<std::string>());
  for (const std::string& assignment : given["set"].as<Texts>())
    line += " --set " + word(assignment);
  return line + " --seeds " + std::to_string(given["seeds"].as<std::int64_t>()) + " --out " +
         word(folder) + " --resume";
}

int train_several(const std::string& folder, OpenedConfig& opened, const Given& given,
                  TrainFrom from, const Told& told) {
  const bool as_json = given.count("json") > 0;
  const std::int64_t num_seeds = given["seeds"].as<std::int64_t>();
  const SeedRuns runs = train_seeds(
      opened.config, folder, num_seeds, *opened.registry,
      [&] { return console_hooks(opened.config, told.progress); }, from);
  for (const std::string& failure : runs.failures) tell_failure(failure);
  if (runs.outcome.end == FitEnd::interrupted) {
    std::cerr << "interrupted after " << runs.outcome.steps
              << " steps of " + runs.folders.back().path() +
                     "; the runs are saved, and go on with: "
              << resumed_seeds(given, folder) << '\n';
    if (as_json)
      std::cout << json_text({{"folder", folder}, {"end", name_of(FitEnd::interrupted)}});
    return exit_stopped;
  }
  for (const std::string& warning : runs.warnings) tell_warning(warning);
  std::vector<RunFolder> done = runs.folders;
  std::erase_if(done, [](const RunFolder& run) { return !path_exists(run.embedding()); });
  if (told.report)
    write_run_report(RunFolder(folder).report(), done, *opened.registry, runs.summary);
  if (as_json)
    std::cout << json_text({{"folder", folder},
                            {"end", name_of(FitEnd::done)},
                            {"seeds", ordered_json::parse(read_text(folder + "/seeds.json"))}});
  else
    std::cout << folder << '\n' << to_table(runs.summary);
  return runs.failures.empty() ? exit_done : exit_failed;
}

PlannedTraining planned(const Given& given, const std::string& path, bool is_run) {
  PlannedTraining plan;
  plan.opened = open_config(is_run ? RunFolder(path).config() : path, given["set"].as<Texts>());
  plan.folder = is_run ? path : plan.opened.config.output.folder;
  if (given.count("out")) plan.folder = given["out"].as<std::string>();
  if (plan.folder.empty()) plan.folder = new_folder(path);
  if (given.count("overwrite")) plan.from = TrainFrom::overwriting;
  if (given.count("resume"))
    plan.from =
        given.count("accept-changes") ? TrainFrom::changed_checkpoint : TrainFrom::checkpoint;
  return plan;
}

/// Of the run that is planned, if it can be.
bool has_checkpoint(const std::function<PlannedTraining()>& plan) {
  try {
    return path_exists(RunFolder(plan().folder).checkpoint());
  } catch (const std::exception&) {  // the ranks have told it
    return false;
  }
}

int run_train(const Given& given) {
  const std::string path = given["CONFIG"].as<std::string>();
  const Told told{given.count("quiet") == 0, given.count("no-report") == 0,
                  given.count("judge") > 0};
  const bool resumed = given.count("resume") > 0;
  const bool as_json = given.count("json") > 0;
  const bool accepts = given.count("accept-changes") > 0, overwrites = given.count("overwrite") > 0;
  std::error_code unreadable;  // then reading it says why
  const bool is_run = fs::is_directory(path, unreadable);
  const std::int64_t num_seeds = given.count("seeds") ? given["seeds"].as<std::int64_t>() : 0;
  if (given.count("seeds") && num_seeds < 1) wrong_usage("--seeds must be at least 1");
  if (is_run && !resumed) wrong_usage(path + " is a folder: --resume goes on with the run in it");
  if (accepts && !resumed) wrong_usage("--accept-changes goes with --resume");
  if (overwrites && resumed) wrong_usage("a run is either resumed or overwritten");
  if (is_run && given.count("out") && !is_same(given["out"].as<std::string>(), path))
    wrong_usage("--resume goes on in " + path + ", so --out cannot be another folder");

  const RanksAsked asked = ranks_asked(given);
  const auto plan = [&] { return planned(given, path, is_run); };
  if (asked.local > 1)
    return run_as_local_ranks(asked.local, [&] { return resumed && has_checkpoint(plan); });
  const auto tell_done = [&](const std::string& folder, const TrainOutcome& outcome) {
    if (as_json)
      std::cout << json_text(
          {{"folder", folder}, {"steps", outcome.steps}, {"end", name_of(outcome.end)}});
    else
      std::cout << folder << '\n';
  };
  if (asked.joins)
    if (const Launch launch = launch_of(own_variable); launch.size > 1)
      return train_joined(launch, plan, told, tell_done);

  auto [opened, folder, from] = plan();
  const Interrupt interrupt;
  if (num_seeds > 0) return train_several(folder, opened, given, from, told);
  from = where_it_begins(folder, from);
  const TrainOutcome outcome = train_into(folder, opened, from, told);
  tell_done(folder, outcome);
  return outcome.end == FitEnd::interrupted ? exit_stopped : exit_done;
}

}  // namespace

Command train_command() {
  Command command{"train", "train an encoder on a recording, as a config file says", {"CONFIG"}};
  command.description =
      "Trains an encoder as a config file says, into a folder of its own. With --resume, CONFIG "
      "may be the folder of a run: it goes on where it was stopped.";
  command.options.add_options()("out", text_of("DIR"),
                                "folder of the run (else output.folder, else a new one in runs/)")(
      "set", texts_of("KEY=VALUE"), "overrides a key, such as training.steps=100; may be repeated")(
      "resume", "goes on with the run in the folder where it was stopped")(
      "overwrite", "removes the run that is in the folder")(
      "accept-changes", "with --resume: although a plugin, the data or libtorch is another")(
      "seeds", po::value<std::int64_t>()->value_name("N"),
      "N runs, of the config's seed and those after it, in DIR/seed-K; their figures together")(
      "judge", "writes the figures of facet evaluate into metrics.json and the report, too")(
      "no-report", "writes no report.html when it is done")("quiet,q", "no progress");
  add_ranks_options(command);
  command.examples = {
      {"facet train run.toml", "into a new folder in runs/"},
      {"facet train run.toml --set training.steps=100 --out runs/short", "with a key overridden"},
      {"facet train runs/short --resume --set training.steps=200", "goes on"},
      {"facet train run.toml --seeds 5 --out runs/seeds", "five runs, and their figures together"},
      {"facet train run.toml --ranks 2", "by two processes"},
      {"srun facet train run.toml --distributed", "by those of a job of Slurm"}};
  command.reports = true;
  command.trains = true;
  command.run = run_train;
  return command;
}

}  // namespace facet
