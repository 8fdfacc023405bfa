#include "framework/report/attribution_maps.h"

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/attribution/facet_attribution.h"
#include "framework/files/files.h"
#include "framework/judging/run_facets.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

constexpr std::size_t most_neurons = 10;

}  // namespace

std::vector<NamedTensor> attribution_maps(const RunFolder& run) {
  const std::string path = run.attribution();
  if (!path_exists(path))
    throw Error(path + ": is not there: facet attribute " + run.path() + " writes it");
  if (model_of(path) != run.model_checksum())
    throw Error(path + ": is of another model: facet attribute " + run.path() + " writes it anew");
  std::vector<NamedTensor> maps;
  for (NamedTensor& map : read_run_arrays(path))
    if (map.tensor.dim() == 2 && map.name != model_array) maps.push_back(std::move(map));
  return maps;
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
