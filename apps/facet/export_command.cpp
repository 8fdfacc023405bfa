#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/exchange/export_run.h"
#include "opened_config.h"

namespace facet {

namespace {

int run_export(const Given& given) {
  const RunFolder folder(given["RUN"].as<std::string>());
  const std::string out = given["DIR"].as<std::string>();

  const auto registry = open_registry_of(folder);
  const auto to_the_user = [](const std::string& line) { std::cerr << line << '\n'; };
  export_run(load_run(folder, *registry), folder, out, existing_file(given), *registry,
             to_the_user);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace

Command export_command() {
  Command command{"export", "a run's encoder for PyTorch and ONNX Runtime", {"RUN", "DIR"}};
  command.description =
      "The encoder of a run for other programs: model.safetensors, encoder.py for PyTorch, "
      "model.onnx for ONNX Runtime; and its embedding as embedding.csv.";
  command.options.add_options()("overwrite", "replaces an export that is there already");
  command.examples = {{"facet export runs/run exported", "writes the folder exported"}};
  command.run = run_export;
  return command;
}

}  // namespace facet
