#include "framework/report/plot.h"

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/charts/consistency_chart.h"
#include "framework/charts/decoding_chart.h"
#include "framework/charts/embedding_chart.h"
#include "framework/judging/compare.h"
#include "framework/judging/run_facets.h"
#include "framework/report/judge_runs.h"
#include "framework/report/plotted_label.h"
#include "framework/report/run_attribution.h"
#include "framework/report/run_losses.h"
#include "framework/run_folder/run_embedding.h"

namespace facet {

namespace {

Drawing plot_loss(const PlotRequest& request, Registry&) {
  const RunFolder& run = request.runs[0];
  run.require();
  return draw_losses(run, read_losses(run, request.configs[0]));
}

Drawing plot_embedding(const PlotRequest& request, Registry&) {
  const LabelledEmbedding run = load_run_embedding(request.runs[0]);
  return embedding_chart(run.embedding, run_facets(request.configs[0], run.embedding.size(1)),
                         plotted_label(run.labels, request.label));
}

Drawing plot_decoding(const PlotRequest& request, Registry& registry) {
  return decoding_chart(judge_runs(request.runs, request.configs, registry, request.note));
}

Drawing plot_attribution(const PlotRequest& request, Registry&) {
  std::vector<std::string> names;
  const RunAttribution attribution = read_attribution(request.runs[0]);
  for (const NamedTensor& map : attribution.maps) {
    if (request.map.empty() || map.name == request.map) return draw_map(attribution, map);
    names.push_back(map.name);
  }
  throw Error(request.runs[0].attribution() + ": there is no map '" + request.map + "'" +
              did_you_mean(request.map, names) + " (it has " + quoted(names) + ")");
}

Drawing plot_consistency(const PlotRequest& request, Registry&) {
  ComparisonOptions by;
  by.label = request.label;
  by.num_bins = request.num_bins;
  return consistency_chart(request.runs.size() == 1
                               ? compare_sessions(request.runs[0], request.configs[0], by)
                               : compare_runs(request.runs, request.configs, by));
}

[[noreturn]] void throw_usage(const std::string& what) {
  throw OptionsError({{{}, "", what}});
}

struct PlotKind {
  const char* name;
  Drawing (*draw)(const PlotRequest& request, Registry& registry);
  bool of_several_runs = false, by_label = false, of_map = false;
};

constexpr PlotKind kinds[] = {
    {.name = "loss", .draw = plot_loss},
    {.name = "embedding", .draw = plot_embedding, .by_label = true},
    {.name = "decoding", .draw = plot_decoding, .of_several_runs = true},
    {.name = "attribution", .draw = plot_attribution, .of_map = true},
    {.name = "consistency", .draw = plot_consistency, .of_several_runs = true, .by_label = true}};

}  // namespace

std::vector<std::string> plot_kinds() {
  std::vector<std::string> names;
  for (const PlotKind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

Drawing plot(const PlotRequest& request, Registry& registry) {
  const auto kind = std::ranges::find(kinds, request.kind, &PlotKind::name);
  if (kind == std::end(kinds))
    throw_usage("KIND '" + request.kind + "' is none" + did_you_mean(request.kind, plot_kinds()) +
                " (it is one of " + join(plot_kinds()) + ")");
  if (request.runs.size() > 1 && !kind->of_several_runs)
    throw_usage("a figure of kind " + request.kind + " is of one run, not of " +
                std::to_string(request.runs.size()));
  if (!request.label.empty() && !kind->by_label)
    throw_usage("--label does not go with a figure of kind " + request.kind);
  if (!request.map.empty() && !kind->of_map)
    throw_usage("--map does not go with a figure of kind " + request.kind);
  return kind->draw(request, registry);
}

}  // namespace facet
