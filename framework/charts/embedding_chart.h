#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/labels.h"
#include "framework/drawing/drawing.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// The facets of an embedding, T x outputs, each as a cloud of its bins along its first three
/// principal axes, seen from the side and from above, coloured by a label of one column.
/// Bins in which the embedding is not finite are left out, those in which the label is missing are
/// grey and behind the others. Throws Error where no bin has both.
Drawing embedding_chart(const at::Tensor& embedding, const std::vector<FeatureRange>& facets,
                        const Label& label);

}  // namespace facet
