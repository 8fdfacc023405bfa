#include "framework/report/run_attribution.h"

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/attribution/facet_attribution.h"
#include "framework/charts/attribution_chart.h"
#include "framework/files/files.h"
#include "framework/judging/run_facets.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

constexpr std::size_t most_neurons = 10;

}  // namespace

RunAttribution read_attribution(const RunFolder& run) {
  const std::string path = run.attribution();
  if (!path_exists(path))
    throw Error(path + ": is not there: facet attribute " + run.path() + " writes it");
  if (model_of(path) != run.model_checksum())
    throw Error(path + ": is of another model: facet attribute " + run.path() + " writes it anew");
  RunAttribution attribution;
  for (NamedTensor& array : read_run_arrays(path))
    if (array.name == session_array)
      attribution.session = text_in(array.tensor);
    else if (array.tensor.dim() == 2)
      attribution.maps.push_back(std::move(array));
  return attribution;
}

Drawing draw_map(const RunAttribution& attribution, const NamedTensor& map) {
  const std::string& session = attribution.session;
  return attribution_chart(map.tensor, map.name + (session.empty() ? "" : ", session " + session));
}

TableRows neuron_ranking(const NamedTensor& map, const RunConfig& config) {
  TableRows rows = {{"columns", "neurons on which they depend most (by " + map.name + ")"}};
  const std::vector<FeatureRange> facets = run_facets(config, map.tensor.size(0));
  for (const FeatureRange& facet : facets) {
    std::string neurons;
    const Figures ranking = attribute_facets({map}, {facet});
    for (std::size_t i = 0; i < std::min(ranking.size(), most_neurons); ++i)
      neurons += (i > 0 ? ", " : "") + to_string(ranking[i].path[3]) + " (" +
                 number_text(ranking[i].value, 3) + ")";
    rows.push_back({to_string(facet), neurons});
  }
  return rows;
}

}  // namespace facet
