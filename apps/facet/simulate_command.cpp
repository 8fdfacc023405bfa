#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "described_options.h"
#include "exit_codes.h"
#include "framework/data/simulate.h"
#include "framework/run_folder/output_file.h"

namespace facet {

namespace {

int run_simulate(const Given& given) {
  const OptionsDescription<SimulateOptions> description;
  const std::string path = given["FILE"].as<std::string>();
  require_output(path, {}, existing_file(given));
  simulate(parse_options<SimulateOptions>(described_options(given, description.infos())), path);
  std::cout << path << '\n';
  return exit_done;
}

}  // namespace

Command simulate_command() {
  Command command{"simulate", "make a recording whose latents are known", {"FILE"}};
  command.description =
      "Writes a recording (npz) whose latents are known: neurons, latents and their halves Z1 and "
      "Z2, side (whether Z2's first column is positive), gt_attribution_map.";
  add_described_options(command, OptionsDescription<SimulateOptions>().infos());
  command.options.add_options()("overwrite", "replaces a file that is there already");
  command.examples = {{"facet simulate recording.npz", "a recording to try things with"},
                      {"facet simulate small.npz --num-bins 1000 --num-neurons 20 --seed 3",
                       "a small one, with another seed"}};
  command.run = run_simulate;
  return command;
}

}  // namespace facet
