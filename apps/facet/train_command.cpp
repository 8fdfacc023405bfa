#include <unistd.h>

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/run/train.h"
#include "interrupt.h"
#include "opened_config.h"
#include "progress.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Texts = std::vector<std::string>;

/// `runs/NAME` after the config, or the first of `runs/NAME-2`, `runs/NAME-3`... that is free: only
/// a folder that the user names is written over.
std::string new_folder(const std::string& config) {
  const std::string name = "runs/" + fs::path(config).stem().string();
  std::string folder = name;
  for (int i = 2; fs::exists(folder); ++i) folder = name + "-" + std::to_string(i);
  return folder;
}

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

int train_command(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "folder of the run (else output.folder, else a new one in runs/)")(
      "set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
      "overrides a key, such as training.steps=100; may be repeated")("quiet,q", "no progress");
  const auto given = parse_command_line(arguments, "train CONFIG [options]", options, {"CONFIG"});
  const std::string path = given["CONFIG"].as<std::string>();

  OpenedConfig opened = open_config(path, given["set"].as<Texts>());
  std::string folder = opened.config.output.folder;
  if (given.count("out")) folder = given["out"].as<std::string>();
  if (folder.empty()) folder = new_folder(path);

  const Interrupt interrupt;
  TrainOutcome outcome;
  with_places(opened, [&] {
    outcome = train(opened.config, RunFolder(folder), *opened.registry,
                    hooks_for(opened.config, given.count("quiet") > 0));
  });
  std::cout << folder << '\n';
  if (!outcome.interrupted) return exit_done;
  std::cerr << "interrupted after " << outcome.steps << " steps; the run is saved\n";
  return exit_interrupted;
}

}  // namespace facet
