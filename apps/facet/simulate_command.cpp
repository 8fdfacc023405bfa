#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/config/toml_reader.h"
#include "framework/data/simulate.h"

namespace facet {

namespace {

/// `num_bins` as it is called on the command line: `num-bins`.
std::string flag(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string help(const OptionInfo& option) {
  return option.doc + " (default " + option.default_value.to_string() + ")";
}

}  // namespace

int simulate_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  const OptionsDescription<SimulateOptions> description;
  po::options_description options;
  for (const OptionInfo& option : description.infos())
    options.add_options()(flag(option.name).c_str(), po::value<std::string>()->value_name("VALUE"),
                          help(option).c_str());
  const auto given = parse_command_line(
      arguments, "simulate FILE [options]\nWrites a recording (npz) whose latents are known.",
      options, {"FILE"});

  Table table;
  for (const OptionInfo& option : description.infos()) {
    if (!given.count(flag(option.name))) continue;
    const std::string text = given[flag(option.name)].as<std::string>();
    table.set(option.name, parse_toml_value(text, {}).value_or(Value(text)));
  }
  const std::string path = given["FILE"].as<std::string>();
  simulate(parse_options<SimulateOptions>(table), path);
  std::cout << path << '\n';
  return exit_done;
}

}  // namespace facet
