#include <ATen/Parallel.h>

#include <cmath>
#include <nanoflann.hpp>

#include "point_search.h"

namespace facet {

namespace {

constexpr std::int64_t fewest_queries_a_tree_task = 64;

/// What nanoflann asks of a data set.
class TreePoints {
 public:
  explicit TreePoints(const DistinctPoints& points)
      : values_(points.values().to(at::kDouble)),
        value_(values_.data_ptr<double>()),
        num_points_(static_cast<std::size_t>(values_.size(0))),
        num_columns_(static_cast<std::size_t>(values_.size(1))) {}

  std::size_t kdtree_get_point_count() const { return num_points_; }
  double kdtree_get_pt(std::size_t i, std::size_t dim) const {
    return value_[i * num_columns_ + dim];
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;  // let nanoflann compute it
  }

 private:
  at::Tensor values_;
  const double* value_;
  std::size_t num_points_, num_columns_;
};

using Metric = nanoflann::L2_Simple_Adaptor<double, TreePoints>;
template <int d>
using Index = nanoflann::KDTreeSingleIndexAdaptor<Metric, TreePoints, d>;
#if NANOFLANN_VERSION >= 0x150
using SearchSettings = nanoflann::SearchParameters;
#else
using SearchSettings = nanoflann::SearchParams;
#endif

/// The number of dimensions is known when it is compiled: nanoflann then needs no memory for a
/// query.
template <int d>
class TreeSearch : public PointSearch {
 public:
  explicit TreeSearch(const DistinctPoints& points) : points_(points), index_(d, points_) {}

  void find(const at::Tensor& queries, const std::vector<NearestSet*>& sets) const override {
    const auto* query = queries.data_ptr<double>();
    at::parallel_for(0, queries.size(0), fewest_queries_a_tree_task, [&](auto begin, auto end) {
      for (; begin < end; ++begin) {
        NearestSet& set = *sets[static_cast<std::size_t>(begin)];
        index_.findNeighbors(set, query + begin * d, SearchSettings());
        if (!set.full()) show_infinitely_far(query + begin * d, set);
      }
    });
  }

 private:
  /// Points whose squared distance overflows: nanoflann never shows them.
  void show_infinitely_far(const double* query, NearestSet& set) const {
    const Metric metric(points_);
    for (std::size_t i = 0; i < points_.kdtree_get_point_count(); ++i) {
      const double distance = metric.evalMetric(query, i, d);
      if (std::isinf(distance)) set.addPoint(distance, i);
    }
  }

  TreePoints points_;
  Index<d> index_;
};

template <int d = 1>
std::unique_ptr<PointSearch> make_tree(const DistinctPoints& points) {
  if (d == points.num_dimensions()) return std::make_unique<TreeSearch<d>>(points);
  if constexpr (d < max_tree_dimensions) return make_tree<d + 1>(points);
  return nullptr;
}

}  // namespace

std::unique_ptr<PointSearch> make_tree_search(const DistinctPoints& points) {
  return make_tree(points);
}

}  // namespace facet
