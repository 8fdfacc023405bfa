#pragma once

#include <ATen/core/Tensor.h>

#include <optional>
#include <string>
#include <vector>

#include "framework/embedding/feature_ranges.h"

namespace facet {

/// Which neurons are known to bear on which facet.
class GroundTruth {
 public:
  /// `array`, named `name` in messages, is not zero where there is a connection: one entry per
  /// neuron, which holds for every facet; outputs x neurons; or objectives x neurons. Throws Error
  /// for another shape, or where all entries are alike.
  GroundTruth(const std::string& name, const at::Tensor& array,
              std::vector<FeatureRange> objectives, std::int64_t num_outputs,
              std::int64_t num_neurons);

  /// For a facet, bool: its size x neurons, or 1 x neurons where the array has one entry per
  /// neuron, which says nothing of single outputs. Nothing where none is known (one row per
  /// objective says nothing of other ranges) or all entries are alike.
  std::optional<at::Tensor> of(const FeatureRange& facet) const;

 private:
  at::Tensor rows(const FeatureRange& facet) const;

  at::Tensor connected_;  // 1, outputs or objectives x neurons
  std::vector<FeatureRange> objectives_;
  std::int64_t num_outputs_;
};

}  // namespace facet
