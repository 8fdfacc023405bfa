#include <iostream>

#include "commands.h"
#include "exit_codes.h"
#include "framework/assembly/adaptation_config.h"
#include "framework/config/config_file.h"
#include "framework/config/overrides.h"
#include "interrupt.h"
#include "opened_config.h"
#include "train_into.h"

namespace facet {

namespace {

int run_adapt(const Given& given) {
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
      {given.count("quiet") == 0, given.count("no-report") == 0});
  std::cout << folder << '\n';
  return outcome.end == FitEnd::interrupted ? exit_stopped : exit_done;
}

}  // namespace

Command adapt_command() {
  Command command{"adapt", "a run's encoder for a recording of other neurons", {"RUN", "DATA"}};
  command.description =
      "A run's encoder for a recording of other neurons: the layer that sees them is trained anew, "
      "the rest is kept.";
  command.options.add_options()("out", text_of("DIR"),
                                "folder of the new run (else a new one in runs/)")(
      "session", text_of("NAME")->default_value("", ""),
      "of a run of several sessions: whose encoder")(
      "set", texts_of("KEY=VALUE"), "overrides a key, such as training.steps=100; may be repeated")(
      "overwrite", "removes the run that is in the folder")(
      "no-report", "writes no report.html when it is done")("quiet,q", "no progress");
  command.examples = {
      {"facet adapt runs/monkey1 monkey2.npz --out runs/monkey2",
       "the encoder of one animal for the neurons of another"},
      {"facet adapt runs/monkey1 monkey2.npz --set training.steps=500", "in fewer steps"}};
  command.trains = true;
  command.run = run_adapt;
  return command;
}

}  // namespace facet
