#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/files/files.h"
#include "framework/run/evaluate.h"
#include "framework/run/seed_summary.h"
#include "interrupt.h"
#include "opened_config.h"
#include "train_into.h"
#include "usage.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Texts = std::vector<std::string>;

/// Runs of seed, seed + 1, ... in `folder`/seed-N, then their figures together.
int train_seeds(const std::string& folder, OpenedConfig& opened, std::int64_t count, TrainFrom from,
                bool quiet) {
  std::vector<std::string> evaluations;
  for (std::int64_t i = 0; i < count; ++i) {
    RunConfig config = opened.config;
    config.training.seed += i;
    const RunFolder run(folder + "/seed-" + std::to_string(config.training.seed));
    if (train_into(run.path(), config, opened, from, quiet).end == FitEnd::interrupted)
      return exit_interrupted;
    evaluations.push_back(to_json(evaluate_run(run, config, *opened.registry)));
  }
  const SeedSummary summary(evaluations);
  write_text(folder + "/seeds.json", summary.to_json());
  std::cout << folder << '\n' << summary.to_table();
  return exit_done;
}

}  // namespace

int train_command(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "folder of the run (else output.folder, else a new one in runs/)")(
      "set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
      "overrides a key, such as training.steps=100; may be repeated")(
      "resume", "goes on with the run in the folder where it was stopped")(
      "seeds", po::value<std::int64_t>()->value_name("N"),
      "N runs, of the config's seed and those after it, in DIR/seed-K; their figures together")(
      "quiet,q", "no progress");
  const auto given = parse_command_line(
      arguments, "train CONFIG [options]\n       facet train RUN --resume [options]", options,
      {"CONFIG"});
  const std::string path = given["CONFIG"].as<std::string>();
  const bool resumed = given.count("resume") > 0, quiet = given.count("quiet") > 0;
  const bool is_run = fs::is_directory(path);
  if (is_run && !resumed) wrong_usage(path + " is a folder: --resume goes on with the run in it");

  OpenedConfig opened =
      open_config(is_run ? RunFolder(path).config() : path, given["set"].as<Texts>());
  std::string folder = is_run ? path : opened.config.output.folder;
  if (given.count("out")) folder = given["out"].as<std::string>();
  if (folder.empty()) folder = new_folder(path);

  const TrainFrom from = resumed ? TrainFrom::checkpoint : TrainFrom::first_step;
  const Interrupt interrupt;
  if (given.count("seeds"))
    return train_seeds(folder, opened, given["seeds"].as<std::int64_t>(), from, quiet);
  const TrainOutcome outcome = train_into(folder, opened.config, opened, from, quiet);
  std::cout << folder << '\n';
  return outcome.end == FitEnd::interrupted ? exit_interrupted : exit_done;
}

}  // namespace facet
