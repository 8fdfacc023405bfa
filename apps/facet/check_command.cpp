#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/assembly/assembly.h"
#include "framework/files/plain_name.h"
#include "framework/run_folder/run_inputs.h"
#include "opened_config.h"

namespace facet {

int check_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  using Texts = std::vector<std::string>;
  po::options_description options;
  options.add_options()("set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
                        "overrides a key, such as training.steps=100; may be repeated");
  const auto parsed = parse_command_line(
      arguments, "check CONFIG [options]\nEverything that `train` does but the training.", options,
      {"CONFIG"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const std::string path = given["CONFIG"].as<std::string>();

  const OpenedConfig opened = open_config(path, given["set"].as<Texts>());
  for (const std::string& input : input_files(opened.config))
    require_plain_name(std::filesystem::absolute(input));
  const Assembly assembly = assemble(opened.config, *opened.registry);
  for (const std::string& line : assembly.decisions) std::cerr << line << '\n';
  for (const std::string& line : assembly.warnings.all()) std::cerr << "warning: " << line << '\n';
  std::cout << path << ": no mistakes\n";
  return exit_done;
}

}  // namespace facet
