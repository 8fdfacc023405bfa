#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// How well the entries of a map tell the connected ones from the others. `map` and `connected`
/// (bool) have the same shape; both kinds of entries must be there.

/// Area under the receiver operating characteristic: the probability that a connected entry is
/// larger than one that is not, ties counting one half. 0.5 is chance.
double auroc(const at::Tensor& map, const at::Tensor& connected);

struct Extent {
  double max = 0, mean = 0, min = 0;
};

/// Of the entries of either kind. A gap is that of the connected entries minus that of the others.
struct AttributionGaps {
  Extent connected, nonconnected;

  double max() const { return connected.max - nonconnected.max; }
  double mean() const { return connected.mean - nonconnected.mean; }
  double min() const { return connected.min - nonconnected.min; }
  /// Of the weakest connected entry to the strongest of the others: > 0 where a threshold parts
  /// them.
  double minmax() const { return connected.min - nonconnected.max; }
};

AttributionGaps attribution_gaps(const at::Tensor& map, const at::Tensor& connected);

}  // namespace facet
