#pragma once

#include <memory>
#include <vector>

#include "nearest_set.h"

namespace facet {

/// How the points nearest to a query are found. Immutable after construction.
class PointSearch {
 public:
  virtual ~PointSearch() = default;
  /// Shows each query's set every point that may belong to it. `queries` holds one point a set,
  /// one after the other, all finite.
  virtual void find(const double* queries,
                    const std::vector<std::unique_ptr<NearestSet>>& sets) const = 0;
};

/// By a k-d tree: for few dimensions. `points` must outlive what is returned.
std::unique_ptr<PointSearch> make_tree_search(const DistinctPoints& points);
/// By looking at all points, in blocks: for many dimensions. Likewise.
std::unique_ptr<PointSearch> make_blocked_search(const DistinctPoints& points);

}  // namespace facet
