#include <iostream>

#include "commands.h"
#include "exit_codes.h"
#include "framework/judging/evaluate.h"
#include "messages.h"
#include "opened_config.h"
#include "usage.h"

namespace facet {

namespace {

int run_evaluate(const Given& given) {
  const RunFolder folder(given["RUN"].as<std::string>());
  JudgingOptions judging;
  judging.note = [](const std::string& line) { std::cerr << line << '\n'; };
  judging.session = given["session"].as<std::string>();
  if (given.count("folds")) judging.folds = given["folds"].as<std::int64_t>();
  if (given.count("folds") && judging.folds < 2) wrong_usage("--folds must be at least 2");
  judging.test = given.count("test") > 0;
  if (judging.test && given.count("folds"))
    wrong_usage("--folds judges all bins, so it does not go with --test");

  const OpenedConfig opened = open_run(folder);
  const RunJudgement judgement = evaluate_run(folder, opened.config, *opened.registry, judging);
  for (const std::string& warning : judgement.warnings) tell_warning(warning);
  std::cout << (given.count("json") ? to_json(judgement) : to_table(judgement));
  return exit_done;
}

}  // namespace

Command evaluate_command() {
  Command command{"evaluate", "held-out losses, and labels decoded from the facets", {"RUN"}};
  command.description =
      "The losses of a run, and how well labels are decoded from each facet, on held-out data.";
  command.options.add_options()(
      "folds", boost::program_options::value<std::int64_t>()->value_name("N"),
      "decoders by cross-validation over N contiguous blocks of all bins")(
      "test", "on the test part of the config in the place of validation")(
      "session", text_of("NAME")->default_value("", ""),
      "of a run of several sessions: one of them alone");
  command.examples = {{"facet evaluate runs/run", "tables of losses and of decoded labels"},
                      {"facet evaluate runs/run --folds 5 --json", "cross-validated, as JSON"}};
  command.reports = true;
  command.run = run_evaluate;
  return command;
}

}  // namespace facet
