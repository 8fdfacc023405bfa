#include "framework/attribution/facet_attribution.h"

#include <ATen/ops/argsort.h>

namespace facet {

namespace {

std::vector<RankedNeuron> rank_neurons(const at::Tensor& rows) {
  const at::Tensor values = rows.to(at::kDouble).mean(0).contiguous();
  const at::Tensor order =
      at::argsort(values, /*stable=*/true, /*dim=*/0, /*descending=*/true).contiguous();
  std::vector<RankedNeuron> ranking;
  for (std::int64_t rank = 0; rank < order.size(0); ++rank) {
    const std::int64_t neuron = order.data_ptr<std::int64_t>()[rank];
    ranking.push_back({neuron, values.data_ptr<double>()[neuron]});
  }
  return ranking;
}

}  // namespace

std::vector<FacetAttribution> attribute_facets(const std::vector<NamedTensor>& maps,
                                               const std::vector<FeatureRange>& facets,
                                               const GroundTruth* ground_truth) {
  std::vector<FacetAttribution> attributions;
  for (const NamedTensor& map : maps) {
    for (const FeatureRange& facet : facets) {
      const at::Tensor rows = map.tensor.narrow(0, facet.begin, facet.size());
      FacetAttribution attribution{facet, map.name, rank_neurons(rows), {}, {}};
      if (const auto connected = ground_truth ? ground_truth->of(facet) : std::nullopt) {
        const bool of_neurons = connected->size(0) == 1;
        const at::Tensor judged = of_neurons ? rows.mean(0, /*keepdim=*/true) : rows;
        attribution.auroc = auroc(judged, *connected);
        attribution.gaps = attribution_gaps(judged, *connected);
      }
      attributions.push_back(std::move(attribution));
    }
  }
  return attributions;
}

}  // namespace facet
