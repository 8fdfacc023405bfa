#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/run/circular_decoding.h"
#include "framework/run/evaluate.h"
#include "opened_config.h"

namespace facet {

int evaluate_command(const std::vector<std::string>& arguments) {
  boost::program_options::options_description options;
  options.add_options()("json", "as JSON instead of a table");
  const auto given = parse_command_line(
      arguments,
      "evaluate RUN [options]\nHow well labels are decoded from each facet, on held-out data.",
      options, {"RUN"});
  const RunFolder folder(given["RUN"].as<std::string>());

  const OpenedConfig opened = open_run(folder);
  const RunEvaluation evaluation = evaluate_run(folder, opened.config);
  if (!evaluation.held_out)
    std::cerr << "warning: the run held nothing out; decoders are judged on what they were fitted "
                 "on (set data.validation)\n";
  for (const std::string& line :
       check_decoding(opened.config, *opened.registry, evaluation.held_out))
    std::cerr << "warning: " << line << '\n';
  std::cout << (given.count("json") ? to_json(evaluation.scores) : to_table(evaluation.scores));
  return exit_done;
}

}  // namespace facet
