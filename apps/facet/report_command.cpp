#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/files/files.h"
#include "framework/report/judge_runs.h"
#include "framework/report/report.h"
#include "framework/run_folder/output_file.h"
#include "opened_runs.h"
#include "usage.h"

namespace facet {

namespace {

int run_report(const Given& given) {
  const auto paths = given["RUN"].as<std::vector<std::string>>();

  ReportRequest request;
  OpenedRuns opened = open_runs(paths);
  request.runs = std::move(opened.runs);
  request.configs = std::move(opened.configs);
  const bool own = paths.size() == 1 && !given.count("out");
  const std::string out = own                  ? RunFolder(paths[0]).report()
                          : given.count("out") ? given["out"].as<std::string>()
                                               : "report.html";
  if (!own) require_output(out, opened.inputs, existing_file(given), {".html"});
  request.note = [](const std::string& line) { std::cerr << line << '\n'; };
  request.judgement = judge_runs(request.runs, request.configs, *opened.registry, request.note);
  write_text(out, report(request, *opened.registry));
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace

Command report_command() {
  Command command{"report", "all of a run or several on a page for a browser", {"RUN..."}};
  command.description =
      "All of a run, or of several beside each other, on one page for a browser: embeddings in "
      "3-D, losses, decoding, attribution, consistency, configs. A folder of several seeds stands "
      "for its runs.";
  command.options.add_options()(
      "out", text_of("FILE"),
      "where to write (else report.html, in the run's folder; of several RUNs here)")(
      "overwrite", "replaces a file that is there already, but for a run's own report.html");
  command.examples = {{"facet report runs/run", "writes runs/run/report.html"},
                      {"facet report runs/first runs/second --out both.html", "beside each other"}};
  command.run = run_report;
  return command;
}

}  // namespace facet
