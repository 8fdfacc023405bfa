#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/text.h"
#include "framework/drawing/drawing_file.h"
#include "framework/files/extension.h"
#include "framework/report/plot.h"
#include "framework/run_folder/output_file.h"
#include "opened_runs.h"
#include "usage.h"

namespace facet {

namespace {

int run_plot(const Given& given) {
  const double dots_per_inch = given["dpi"].as<double>();
  if (!(dots_per_inch >= 30 && dots_per_inch <= 1200)) wrong_usage("--dpi must be from 30 to 1200");

  PlotRequest request{given["KIND"].as<std::string>(), {}, {}};
  request.label = given["label"].as<std::string>();
  request.num_bins = given["num-bins"].as<std::int64_t>();
  if (request.num_bins < 2) wrong_usage("--num-bins must be at least 2");
  if (!given["num-bins"].defaulted() && (request.kind != "consistency" || request.label.empty()))
    wrong_usage("--num-bins goes with a figure of kind consistency and --label");
  request.map = given["map"].as<std::string>();
  request.note = [](const std::string& line) { std::cerr << line << '\n'; };
  const std::string out =
      given.count("out") ? given["out"].as<std::string>() : request.kind + ".svg";
  OpenedRuns opened = open_runs(given["RUN"].as<std::vector<std::string>>());
  request.runs = std::move(opened.runs);
  request.configs = std::move(opened.configs);
  require_output(out, opened.inputs, existing_file(given), drawing_extensions());
  if (!given["dpi"].defaulted() && extension_of(out) != "png")
    wrong_usage("--dpi goes with a .png, not with " + out + ", which has no dots");
  write_drawing(out, plot(request, *opened.registry), dots_per_inch);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace

Command plot_command() {
  Command command{"plot", "a figure of a run or several, as svg, png or pdf", {"KIND", "RUN..."}};
  command.description = "A figure of a run, or of several. The KIND is " + join(plot_kinds()) +
                        ". A folder of several seeds stands for its runs.";
  command.options.add_options()("out", text_of("FILE"),
                                "where to write: .svg, .png or .pdf (else KIND.svg, here)")(
      "overwrite", "replaces a file that is there already")(
      "label", text_of("NAME")->default_value("", ""),
      "which label, such as speed or position[1], colours an embedding (else the first one), or is "
      "alike where runs are compared (else bin by bin)")(
      "num-bins",
      boost::program_options::value<std::int64_t>()->value_name("N")->default_value(100, "100"),
      "values that the label is rounded to where runs are compared")(
      "map", text_of("NAME")->default_value("", ""),
      "which map of attribution (else the first one)")(
      "dpi", boost::program_options::value<double>()->value_name("N")->default_value(300, "300"),
      "of a .png: dots in an inch");
  command.choices = {{"KIND", plot_kinds()}};
  command.examples = {
      {"facet plot loss runs/run", "writes loss.svg"},
      {"facet plot embedding runs/run --label position --out fig1.pdf", "coloured by a label"}};
  command.run = run_plot;
  return command;
}

}  // namespace facet
