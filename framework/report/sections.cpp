#include "framework/report/sections.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/charts/consistency_chart.h"
#include "framework/charts/decoding_chart.h"
#include "framework/config/config_file.h"
#include "framework/files/files.h"
#include "framework/judging/compare.h"
#include "framework/report/config_table.h"
#include "framework/report/decoding_table.h"
#include "framework/report/html.h"
#include "framework/report/run_attribution.h"
#include "framework/report/run_losses.h"

namespace facet {

namespace {

/// Where a section cannot be made, why; told to `note`, too, if there is one.
std::string told(const std::function<std::string()>& make, const Note& note = {}) {
  try {
    return make();
  } catch (const Error& error) {
    if (note) note(std::string("warning: ") + error.what());
    return html_paragraph(error.what());
  }
}

std::string losses(const ReportRequest& request, const std::vector<std::string>& names) {
  std::string body;
  for (std::size_t i = 0; i < request.runs.size(); ++i)
    body += told(
        [&] {
          const RunFolder& run = request.runs[i];
          const RunLosses losses = read_losses(run, request.configs[i]);
          return told([&] { return html_chart(names[i], draw_losses(run, losses)); });
        },
        request.note);
  return body;
}

std::string decoding(const ReportRequest& request) {
  if (request.judgement.empty())
    return html_paragraph(
        "Not judged yet: facet report writes this page with it, facet evaluate "
        "tells it alone.");
  const std::string chart = told([&] { return html_chart("", decoding_chart(request.judgement)); });
  const TableRows table = decoding_table(request.judgement);
  const TableRows held_out = held_out_table(request.judgement);
  return chart + (table.empty() ? "" : html_table(table, 4)) +
         (held_out.empty() ? "" : html_table(held_out, 3));
}

std::string attribution(const ReportRequest& request, const std::vector<std::string>& names) {
  std::string body;
  for (std::size_t i = 0; i < request.runs.size(); ++i) {
    const auto make = [&] {
      std::string own;
      const RunAttribution attribution = read_attribution(request.runs[i]);
      for (const NamedTensor& map : attribution.maps)
        own += html_chart(names[i], draw_map(attribution, map)) +
               html_table(neuron_ranking(map, request.configs[i]));
      return own;
    };
    body += told(make, path_exists(request.runs[i].attribution()) ? request.note : Note{});
  }
  return body;
}

std::string consistency(const ReportRequest& request) {
  return told([&] {
    return html_chart("",
                      consistency_chart(request.runs.size() == 1
                                            ? compare_sessions(request.runs[0], request.configs[0])
                                            : compare_runs(request.runs, request.configs)));
  });
}

std::string configs(const ReportRequest& request, const Registry& registry,
                    const std::vector<std::string>& names) {
  if (request.runs.size() == 1)
    return "<pre>" + html_text(read_text(request.runs[0].config())) + "</pre>\n";
  std::vector<Table> tables;
  for (const RunConfig& config : request.configs)
    tables.push_back(write_run_config(config, registry));
  const TableRows rows = config_table(tables, names);
  return html_table(rows, all_columns, differing_rows(rows));
}

std::string circumstances(const std::vector<std::string>& names,
                          const std::vector<RunFacts>& facts) {
  std::string body;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    TableRows rows = facts[i].table;
    rows.insert(rows.begin(), {names[i], ""});
    body += html_table(rows);
  }
  return body;
}

}  // namespace

std::vector<std::string> run_names(const std::vector<RunFolder>& runs) {
  if (runs.size() == 1) return {""};
  std::vector<std::vector<std::string>> paths;
  for (const RunFolder& run : runs) {
    const auto path = std::filesystem::path(run.path()).lexically_normal();
    paths.emplace_back(path.begin(), path.end());
  }
  std::size_t common = 0;
  const auto has_common = [&](const std::vector<std::string>& path) {
    return common + 1 < path.size() && path[common] == paths[0][common];
  };
  while (std::ranges::all_of(paths, has_common)) ++common;
  std::vector<std::string> names;
  for (const std::vector<std::string>& path : paths)
    names.push_back(join({path.begin() + static_cast<std::ptrdiff_t>(common), path.end()}, "/"));
  return names;
}

std::vector<Section> sections(const ReportRequest& request, const std::vector<std::string>& names,
                              const std::vector<RunFacts>& facts, const Registry& registry) {
  std::vector<Section> all = {{"losses", "Losses", losses(request, names)},
                              {"decoding", "Decoding", decoding(request)},
                              {"attribution", "Attribution", attribution(request, names)}};
  if (request.runs.size() > 1 || request.configs[0].data.session.size() > 1)
    all.push_back({"consistency", "Consistency", consistency(request)});
  all.push_back({"config", "Config", configs(request, registry, names)});
  all.push_back({"circumstances", "Circumstances", circumstances(names, facts)});
  return all;
}

}  // namespace facet
