#pragma once

#include <memory>
#include <vector>

#include "nearest_set.h"

namespace facet {

/// How the points nearest to a query are found. Immutable after construction.
class PointSearch {
 public:
  virtual ~PointSearch() = default;
  /// Shows each query's set every point that may belong to it. queries: one row a set, d float64,
  /// finite, contiguous.
  virtual void find(const at::Tensor& queries, const std::vector<NearestSet*>& sets) const = 0;
};

/// Beyond, a k-d tree has to visit most of its leaves.
constexpr std::int64_t max_tree_dimensions = 12;

/// By a k-d tree: for at most so many dimensions. `points` must outlive what is returned.
std::unique_ptr<PointSearch> make_tree_search(const DistinctPoints& points);
/// By bounds of the distances to all points, in blocks: for many dimensions. Likewise.
std::unique_ptr<PointSearch> make_blocked_search(const DistinctPoints& points);

}  // namespace facet
