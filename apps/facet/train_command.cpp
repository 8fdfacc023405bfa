#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/judging/train_seeds.h"
#include "interrupt.h"
#include "opened_config.h"
#include "train_into.h"
#include "usage.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Texts = std::vector<std::string>;

bool is_same(const std::string& folder, const std::string& other) {
  std::error_code not_there;
  return fs::equivalent(folder, other, not_there);
}

int train_several(const std::string& folder, OpenedConfig& opened, std::int64_t num_seeds,
                  TrainFrom from, bool quiet) {
  const SeedRuns runs = train_seeds(
      opened.config, folder, num_seeds, *opened.registry,
      [&] { return console_hooks(opened.config, quiet); }, from);
  for (const std::string& failure : runs.failures) std::cerr << "facet: " << failure << '\n';
  tell_if_interrupted(runs.folders.back(), runs.outcome);
  if (runs.outcome.end == FitEnd::interrupted) return exit_stopped;
  for (const std::string& warning : runs.warnings) std::cerr << "warning: " << warning << '\n';
  std::cout << folder << '\n' << to_table(runs.summary);
  return runs.failures.empty() ? exit_done : exit_failed;
}

}  // namespace

int train_command(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "folder of the run (else output.folder, else a new one in runs/)")(
      "set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
      "overrides a key, such as training.steps=100; may be repeated")(
      "resume", "goes on with the run in the folder where it was stopped")(
      "overwrite", "removes the run that is in the folder")(
      "accept-changes", "with --resume: although a plugin, the data or libtorch is another")(
      "seeds", po::value<std::int64_t>()->value_name("N"),
      "N runs, of the config's seed and those after it, in DIR/seed-K; their figures together")(
      "judge", "writes the figures of facet evaluate into metrics.json of the run, too")(
      "quiet,q", "no progress");
  const auto parsed = parse_command_line(
      arguments, "train CONFIG [options]\n       facet train RUN --resume [options]", options,
      {"CONFIG"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const std::string path = given["CONFIG"].as<std::string>();
  const bool resumed = given.count("resume") > 0, quiet = given.count("quiet") > 0;
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

  OpenedConfig opened =
      open_config(is_run ? RunFolder(path).config() : path, given["set"].as<Texts>());
  std::string folder = is_run ? path : opened.config.output.folder;
  if (given.count("out")) folder = given["out"].as<std::string>();
  if (folder.empty()) folder = new_folder(path);

  TrainFrom from = overwrites ? TrainFrom::overwriting : TrainFrom::first_step;
  if (resumed) from = accepts ? TrainFrom::changed_checkpoint : TrainFrom::checkpoint;
  const Interrupt interrupt;
  if (num_seeds > 0) return train_several(folder, opened, num_seeds, from, quiet);
  const TrainOutcome outcome = train_into(folder, opened, from, quiet, given.count("judge") > 0);
  std::cout << folder << '\n';
  return outcome.end == FitEnd::interrupted ? exit_stopped : exit_done;
}

}  // namespace facet
