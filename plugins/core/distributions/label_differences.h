#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>

#include "facet/random.h"
#include "facet/recording.h"

namespace facet {

/// How a continuous label changes within a time: the differences between bins that far apart in the
/// same segment, of all sessions together. Immutable.
class LabelDifferences {
 public:
  /// Throws Error for a label that does not serve, or segments that are all too short.
  LabelDifferences(const SamplingSpace& space, const LabelChoice& label, std::int64_t time_delta);

  /// T x d float64, of all bins.
  const at::Tensor& labels() const { return labels_; }
  /// The label of each bin, and a difference that is drawn, all equally likely: bins x d.
  at::Tensor added_to(std::span<const std::int64_t> bins, Random& random) const;

 private:
  at::Tensor labels_;
  std::int64_t time_delta_;
  Bins starts_;
};

}  // namespace facet
