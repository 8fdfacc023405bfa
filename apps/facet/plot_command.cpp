#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/drawing/drawing_file.h"
#include "framework/report/plot.h"
#include "framework/run_folder/output_file.h"
#include "framework/run_folder/run_inputs.h"
#include "opened_config.h"
#include "usage.h"

namespace facet {

int plot_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("FILE"),
                        "where to write: .svg, .png or .pdf (else KIND.svg, here)")(
      "overwrite", "replaces a file that is there already")(
      "label", po::value<std::string>()->value_name("NAME")->default_value("", ""),
      "which label colours an embedding (else the first one)")(
      "map", po::value<std::string>()->value_name("NAME")->default_value("", ""),
      "which map of attribution (else the first one)")(
      "dpi", po::value<double>()->value_name("N")->default_value(300, "300"),
      "of a .png: dots in an inch");
  const auto parsed = parse_command_line(
      arguments,
      "plot KIND RUN... [options]\nA figure of a run, or of several: loss, embedding, decoding, "
      "attribution or consistency.",
      options, {"KIND", "RUN..."});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const double dots_per_inch = given["dpi"].as<double>();
  if (!(dots_per_inch >= 30 && dots_per_inch <= 1200)) wrong_usage("--dpi must be from 30 to 1200");

  PlotRequest request{given["KIND"].as<std::string>(), {}, {}};
  request.label = given["label"].as<std::string>();
  request.map = given["map"].as<std::string>();
  request.note = [](const std::string& line) { std::cerr << line << '\n'; };
  const std::string out =
      given.count("out") ? given["out"].as<std::string>() : request.kind + ".svg";
  std::vector<std::string> inputs;
  std::unique_ptr<Registry> registry;
  for (const std::string& path : given["RUN..."].as<std::vector<std::string>>()) {
    request.runs.emplace_back(path);
    OpenedConfig run = open_run(request.runs.back());
    for (const std::string& input : input_files(run.config)) inputs.push_back(input);
    request.configs.push_back(std::move(run.config));
    if (!registry) registry = std::move(run.registry);
  }
  require_output(out, inputs, existing_file(given), drawing_extensions());
  write_drawing(out, plot(request, *registry), dots_per_inch);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace facet
