#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "described_options.h"
#include "exit_codes.h"
#include "framework/data/simulate.h"
#include "framework/run_folder/output_file.h"

namespace facet {

int simulate_command(const std::vector<std::string>& arguments) {
  const OptionsDescription<SimulateOptions> description;
  boost::program_options::options_description options;
  add_described_options(options, description.infos());
  options.add_options()("overwrite", "replaces a file that is there already");
  const auto parsed = parse_command_line(
      arguments,
      "simulate FILE [options]\nWrites a recording (npz) whose latents are known: neurons, latents "
      "and their halves Z1 and Z2, side (whether Z2's first column is positive), "
      "gt_attribution_map.",
      options, {"FILE"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const std::string path = given["FILE"].as<std::string>();
  require_output(path, {}, existing_file(given));
  simulate(parse_options<SimulateOptions>(described_options(given, description.infos())), path);
  std::cout << path << '\n';
  return exit_done;
}

}  // namespace facet
