#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "facet/neighbours.h"
#include "facet/recording.h"

namespace facet {

/// A continuous label and, among the bins that may be positives, the one whose label is nearest to
/// a query. Exact in double precision; ties go to the lowest bin. Immutable.
class LabelSearch {
 public:
  /// Throws Error for a label that is missing, discrete or not finite.
  LabelSearch(const SamplingSpace& space, const LabelChoice& label);

  std::int64_t num_columns() const { return labels_.size(1); }
  std::span<const double> label(std::int64_t bin) const;
  std::int64_t nearest_bin(std::span<const double> query) const;

 private:
  at::Tensor labels_;               // T x d float64, of all bins
  std::vector<std::int64_t> bins_;  // that may be positives, ascending
  NearestNeighbours neighbours_;
};

}  // namespace facet
