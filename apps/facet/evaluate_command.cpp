#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/judging/evaluate.h"
#include "opened_config.h"
#include "usage.h"

namespace facet {

int evaluate_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("folds", po::value<std::int64_t>()->value_name("N"),
                        "decoders by cross-validation over N contiguous blocks of all bins")(
      "test", "on the test part of the config in the place of validation")(
      "json", "as JSON instead of tables")(
      "session", po::value<std::string>()->value_name("NAME")->default_value("", ""),
      "of a run of several sessions: one of them alone");
  const auto parsed = parse_command_line(
      arguments,
      "evaluate RUN [options]\nThe losses of a run, and how well labels are decoded from each "
      "facet, on held-out data.",
      options, {"RUN"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const RunFolder folder(given["RUN"].as<std::string>());
  JudgingOptions judging;
  judging.note = [](const std::string& line) { std::cerr << line << '\n'; };
  judging.session = given["session"].as<std::string>();
  judging.test = given.count("test") > 0;
  if (judging.test && given.count("folds"))
    wrong_usage("--folds judges all bins, so it does not go with --test");
  if (given.count("folds")) judging.folds = given["folds"].as<std::int64_t>();
  if (given.count("folds") && judging.folds < 2) wrong_usage("--folds must be at least 2");

  const OpenedConfig opened = open_run(folder);
  const RunJudgement judgement = evaluate_run(folder, opened.config, *opened.registry, judging);
  for (const std::string& warning : judgement.warnings) std::cerr << "warning: " << warning << '\n';
  std::cout << (given.count("json") ? to_json(judgement) : to_table(judgement));
  return exit_done;
}

}  // namespace facet
