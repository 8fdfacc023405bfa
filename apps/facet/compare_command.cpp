#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "described_options.h"
#include "exit_codes.h"
#include "framework/figures/figures_json.h"
#include "framework/judging/compare.h"
#include "framework/run_folder/output_file.h"
#include "opened_runs.h"
#include "usage.h"

namespace facet {

namespace {

/// The names under the key of what was compared, and the checksums of the models.
Table head_of(const std::vector<RunFolder>& runs, const RunConfig& first) {
  Value::List names, models;
  for (const RunFolder& run : runs) models.emplace_back(run.model_checksum());
  if (runs.size() > 1) {
    for (const RunFolder& run : runs) names.emplace_back(run.path());
    return {{"runs", names}, {"models", models}};
  }
  for (const SessionConfig& session : first.data.session) names.emplace_back(session.name);
  return {{"sessions", names}, {"models", models}};
}

int run_compare(const Given& given) {
  const auto how = OptionsDescription<ComparisonOptions>().infos();

  const OpenedRuns opened = open_runs(given["RUN"].as<std::vector<std::string>>());
  const std::vector<RunFolder>& folders = opened.runs;
  const std::vector<RunConfig>& configs = opened.configs;
  if (given.count("ensemble") && folders.size() < 2)
    wrong_usage("--ensemble takes two or more runs");
  if (given.count("ensemble"))
    require_output(given["ensemble"].as<std::string>(), opened.inputs, existing_file(given));
  const auto comparison_options = parse_options<ComparisonOptions>(described_options(given, how));
  const Figures figures = folders.size() == 1
                              ? compare_sessions(folders[0], configs[0], comparison_options)
                              : compare_runs(folders, configs, comparison_options);
  if (given.count("ensemble")) save_ensemble(given["ensemble"].as<std::string>(), folders);
  std::cout << (given.count("json") ? to_json(figures, head_of(folders, configs[0]))
                                    : comparison_table(figures));
  return exit_done;
}

}  // namespace

Command compare_command() {
  Command command{"compare", "how far the embeddings of runs or sessions agree", {"RUN..."}};
  command.description =
      "How far the embeddings of two or more runs agree, or those of the sessions of one, facet by "
      "facet. A folder of several seeds stands for its runs.";
  add_described_options(command, OptionsDescription<ComparisonOptions>().infos());
  command.options.add_options()("ensemble", text_of("FILE"),
                                "write the mean embedding, each run rotated onto the first one")(
      "overwrite", "replaces a file that is there already");
  command.examples = {
      {"facet compare runs/seeds", "how consistent the runs of several seeds are"},
      {"facet compare runs/a runs/b --ensemble mean.npz", "and their mean embedding as a file"}};
  command.reports = true;
  command.run = run_compare;
  return command;
}

}  // namespace facet
