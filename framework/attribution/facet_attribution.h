#pragma once

#include <vector>

#include "facet/stateful.h"
#include "framework/attribution/ground_truth.h"
#include "framework/figures/figure.h"

namespace facet {

/// What every map (outputs x N, not negative) says of every facet: its rows. The figures are at
/// `map`, `facet`, and
///
/// - with a ground truth that knows of the facet `auroc` and `gaps` (see attribution_scores.h),
/// over
///   all entries, or over the neurons' means where it has one entry per neuron;
/// - `ranking`, `neuron`, `value`: the neurons' means over the facet's outputs, the largest first,
///   of equal ones the lower neuron.
Figures attribute_facets(const std::vector<NamedTensor>& maps,
                         const std::vector<FeatureRange>& facets,
                         const GroundTruth* ground_truth = nullptr);

}  // namespace facet
