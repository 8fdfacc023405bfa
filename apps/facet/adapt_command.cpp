#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/assembly/adaptation_config.h"
#include "framework/config/config_file.h"
#include "framework/config/overrides.h"
#include "interrupt.h"
#include "opened_config.h"
#include "train_into.h"

namespace facet {

int adapt_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  using Texts = std::vector<std::string>;
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "folder of the new run (else a new one in runs/)")(
      "session", po::value<std::string>()->value_name("NAME")->default_value("", ""),
      "of a run of several sessions: whose encoder")(
      "set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
      "overrides a key, such as training.steps=100; may be repeated")(
      "overwrite", "removes the run that is in the folder")("quiet,q", "no progress");
  const auto parsed = parse_command_line(
      arguments,
      "adapt RUN DATA [options]\nA run's encoder for a recording of other neurons: the layer that "
      "sees them is trained anew, the rest is kept.",
      options, {"RUN", "DATA"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const RunFolder run(given["RUN"].as<std::string>());
  const std::string data = given["DATA"].as<std::string>();

  OpenedConfig old = open_run(run);
  Table table = write_run_config(
      adaptation_config(run, old.config, given["session"].as<std::string>(), data), *old.registry);
  apply_overrides(table, given["set"].as<Texts>());
  OpenedConfig opened = open_config(table, run.config());

  const std::string folder = given.count("out") ? given["out"].as<std::string>() : new_folder(data);
  const Interrupt interrupt;
  const TrainOutcome outcome = train_into(
      folder, opened, given.count("overwrite") ? TrainFrom::overwriting : TrainFrom::first_step,
      given.count("quiet") > 0);
  std::cout << folder << '\n';
  return outcome.end == FitEnd::interrupted ? exit_stopped : exit_done;
}

}  // namespace facet
