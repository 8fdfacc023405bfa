#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/stateful.h"
#include "framework/attribution/attribution_scores.h"
#include "framework/attribution/ground_truth.h"

namespace facet {

struct RankedNeuron {
  std::int64_t neuron = 0;
  double value = 0;  ///< mean over the facet's outputs
};

/// One map, as far as it concerns one facet.
struct FacetAttribution {
  FeatureRange facet;
  std::string map;
  std::vector<RankedNeuron> ranking;    ///< all neurons, the strongest first
  std::optional<double> auroc;          ///< where a ground truth is known: over all entries
  std::optional<AttributionGaps> gaps;  ///< likewise
};

/// Every map (outputs x N, not negative) for every facet: its rows, the neurons ranked by their
/// mean over these, and how they agree with the ground truth where there is one: all entries, or
/// the neurons' means where it has one entry a neuron. Rank ties go to the lower neuron.
std::vector<FacetAttribution> attribute_facets(const std::vector<NamedTensor>& maps,
                                               const std::vector<FeatureRange>& facets,
                                               const GroundTruth* ground_truth = nullptr);

/// Per facet and map auROC and gap, where there are any; then for every map the `top` strongest
/// neurons of each facet.
std::string to_table(const std::vector<FacetAttribution>& attributions, std::int64_t top);
/// A list of objects with the members of FacetAttribution; what is not known is left out.
std::string to_json(const std::vector<FacetAttribution>& attributions);

}  // namespace facet
