#include <ATen/Parallel.h>

#include <nanoflann.hpp>

#include "point_search.h"

namespace facet {

namespace {

constexpr std::int64_t queries_a_tree_task = 512;

/// What nanoflann asks of a data set.
class TreePoints {
 public:
  explicit TreePoints(const DistinctPoints& points) : points_(points) {}

  std::size_t kdtree_get_point_count() const { return static_cast<std::size_t>(points_.size()); }
  double kdtree_get_pt(std::size_t i, std::size_t dim) const {
    return points_.point(static_cast<std::int64_t>(i))[dim];
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;  // let nanoflann compute it
  }

 private:
  const DistinctPoints& points_;
};

using Metric = nanoflann::L2_Simple_Adaptor<double, TreePoints>;
using Index = nanoflann::KDTreeSingleIndexAdaptor<Metric, TreePoints>;
#if NANOFLANN_VERSION >= 0x150
using SearchSettings = nanoflann::SearchParameters;
#else
using SearchSettings = nanoflann::SearchParams;
#endif

class TreeSearch : public PointSearch {
 public:
  explicit TreeSearch(const DistinctPoints& points)
      : d_(points.num_dimensions()), points_(points), index_(static_cast<int>(d_), points_) {}

  void find(const double* queries,
            const std::vector<std::unique_ptr<NearestSet>>& sets) const override {
    const auto count = static_cast<std::int64_t>(sets.size());
    at::parallel_for(0, count, queries_a_tree_task, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i)
        index_.findNeighbors(*sets[static_cast<std::size_t>(i)], queries + i * d_,
                             SearchSettings());
    });
  }

 private:
  std::int64_t d_;
  TreePoints points_;
  Index index_;
};

}  // namespace

std::unique_ptr<PointSearch> make_tree_search(const DistinctPoints& points) {
  return std::make_unique<TreeSearch>(points);
}

}  // namespace facet
