#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "described_options.h"
#include "exit_codes.h"
#include "framework/run/compare.h"
#include "opened_config.h"
#include "usage.h"

namespace facet {

int compare_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  const auto how = OptionsDescription<ComparisonOptions>().infos();
  po::options_description options;
  add_described_options(options, how);
  options.add_options()("ensemble", po::value<std::string>()->value_name("FILE"),
                        "write the mean embedding, each run rotated onto the first one")(
      "json", "as JSON instead of tables");
  const auto given = parse_command_line(
      arguments,
      "compare RUN RUN... [options]\nHow far the embeddings of runs agree, facet by facet.",
      options, {"RUN..."});
  const auto paths = given["RUN..."].as<std::vector<std::string>>();
  if (paths.size() < 2) wrong_usage("compare takes two or more runs");

  std::vector<RunFolder> folders;
  std::vector<RunConfig> configs;
  for (const std::string& path : paths) {
    folders.emplace_back(path);
    configs.push_back(open_run(folders.back()).config);
  }
  const auto comparisons = compare_runs(
      folders, configs, parse_options<ComparisonOptions>(described_options(given, how)));
  if (given.count("ensemble")) save_ensemble(given["ensemble"].as<std::string>(), folders);
  std::cout << (given.count("json") ? to_json(comparisons, paths) : to_table(comparisons, paths));
  return exit_done;
}

}  // namespace facet
