#include "framework/attribution/facet_attribution.h"

#include <ATen/ops/argsort.h>

#include "framework/attribution/attribution_scores.h"

namespace facet {

namespace {

Figures figures_of(const Extent& extent) {
  return {{{"max"}, extent.max}, {{"mean"}, extent.mean}, {{"min"}, extent.min}};
}

Figures figures_of(const AttributionGaps& gaps) {
  Figures figures = {{{"max"}, gaps.max()},
                     {{"mean"}, gaps.mean()},
                     {{"min"}, gaps.min()},
                     {{"minmax"}, gaps.minmax()}};
  append(figures, under({"connected"}, figures_of(gaps.connected)));
  append(figures, under({"nonconnected"}, figures_of(gaps.nonconnected)));
  return figures;
}

Figures compare_with_truth(const at::Tensor& rows, const at::Tensor& connected) {
  const bool of_neurons = connected.size(0) == 1;
  const at::Tensor judged = of_neurons ? rows.mean(0, /*keepdim=*/true) : rows;
  Figures figures = {{{"auroc"}, auroc(judged, connected)}};
  append(figures, under({"gaps"}, figures_of(attribution_gaps(judged, connected))));
  return figures;
}

Figures rank_neurons(const at::Tensor& rows) {
  const at::Tensor values = rows.to(at::kDouble).mean(0).contiguous();
  const at::Tensor order =
      at::argsort(values, /*stable=*/true, /*dim=*/0, /*descending=*/true).contiguous();
  Figures figures;
  for (std::int64_t rank = 0; rank < order.size(0); ++rank) {
    const std::int64_t neuron = order.data_ptr<std::int64_t>()[rank];
    figures.push_back(
        {{"ranking", {"neuron", neuron}, "value"}, values.data_ptr<double>()[neuron]});
  }
  return figures;
}

}  // namespace

Figures attribute_facets(const std::vector<NamedTensor>& maps,
                         const std::vector<FeatureRange>& facets, const GroundTruth* ground_truth) {
  Figures figures;
  for (const NamedTensor& map : maps) {
    for (const FeatureRange& facet : facets) {
      const at::Tensor rows = map.tensor.narrow(0, facet.begin, facet.size());
      Figures own;
      if (const auto connected = ground_truth ? ground_truth->of(facet) : std::nullopt)
        own = compare_with_truth(rows, *connected);
      append(own, rank_neurons(rows));
      append(figures, under({{"map", map.name}, {"facet", facet}}, std::move(own)));
    }
  }
  return figures;
}

}  // namespace facet
