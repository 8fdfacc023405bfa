#include "facet/neighbours.h"

#include <ATen/ops/isfinite.h>

#include <algorithm>
#include <limits>
#include <nanoflann.hpp>
#include <numeric>
#include <utility>

#include "facet/error.h"

namespace facet {

namespace {

/// The distinct points, each with the rows that hold it. Labels repeat (an animal that rests), and
/// a tree of distinct points meets each of them once, however often it occurs.
class DistinctPoints {
 public:
  DistinctPoints(const double* values, std::int64_t n, std::int64_t d) : d_(d), rows_(n) {
    const auto point = [&](std::int64_t row) { return std::span(values + row * d, d); };
    std::iota(rows_.begin(), rows_.end(), 0);
    std::stable_sort(rows_.begin(), rows_.end(), [&](std::int64_t a, std::int64_t b) {
      return std::ranges::lexicographical_compare(point(a), point(b));
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i > 0 && std::ranges::equal(point(rows_[i - 1]), point(rows_[i]))) continue;
      first_.push_back(i);
      values_.insert(values_.end(), point(rows_[i]).begin(), point(rows_[i]).end());
    }
    first_.push_back(rows_.size());
  }

  std::int64_t num_dimensions() const { return d_; }
  std::int64_t num_rows() const { return static_cast<std::int64_t>(rows_.size()); }
  /// The rows that hold distinct point `i`, ascending.
  std::span<const std::int64_t> rows(std::size_t i) const {
    return std::span(rows_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

  // What nanoflann asks of a data set.
  std::size_t kdtree_get_point_count() const { return first_.size() - 1; }
  double kdtree_get_pt(std::size_t i, std::size_t dim) const {
    return values_[i * static_cast<std::size_t>(d_) + dim];
  }
  template <class Box>
  bool kdtree_get_bbox(Box&) const {
    return false;  // let nanoflann compute it
  }

 private:
  std::int64_t d_;
  std::vector<std::int64_t> rows_;  // ordered by the point they hold, then ascending
  std::vector<std::size_t> first_;  // where in rows_ those of each distinct point begin
  std::vector<double> values_;
};

/// The k best rows in the order (distance, row): the result set that nanoflann fills.
class BestRows {
 public:
  using DistanceType = double;

  BestRows(const DistinctPoints& points, std::size_t k) : points_(points), k_(k) {
    best_.reserve(k + 1);
  }

  /// nanoflann skips what is not nearer than this. It bounds the distance to a branch by sums that
  /// round differently from the distance to a point, and it skips ties: so a little more is let
  /// through, and addPoint decides.
  double worstDist() const {
    if (!full()) return std::numeric_limits<double>::max();
    constexpr double slack = 1 + 1e-9;
    return std::max(best_.back().first * slack, std::numeric_limits<double>::min());
  }

  bool addPoint(double distance, std::size_t point) {
    for (const std::int64_t row : points_.rows(point)) {
      const std::pair candidate{distance, row};
      if (full() && !(candidate < best_.back())) break;
      best_.insert(std::upper_bound(best_.begin(), best_.end(), candidate), candidate);
      if (best_.size() > k_) best_.pop_back();
    }
    return true;
  }

  bool full() const { return best_.size() == k_; }
  bool empty() const { return best_.empty(); }
  std::size_t size() const { return best_.size(); }
  void sort() {}  // it always is

  const std::vector<std::pair<double, std::int64_t>>& all() const { return best_; }

 private:
  const DistinctPoints& points_;
  std::size_t k_;
  std::vector<std::pair<double, std::int64_t>> best_;
};

using Metric = nanoflann::L2_Simple_Adaptor<double, DistinctPoints>;
using Index = nanoflann::KDTreeSingleIndexAdaptor<Metric, DistinctPoints>;
#if NANOFLANN_VERSION >= 0x150
using SearchSettings = nanoflann::SearchParameters;
#else
using SearchSettings = nanoflann::SearchParams;
#endif

DistinctPoints distinct_points(const at::Tensor& points) {
  if (points.dim() != 2 || points.scalar_type() != at::kDouble)
    throw Error("the points of a neighbour search must be n x d in float64");
  if (points.numel() == 0) throw Error("a neighbour search needs at least one point");
  if (!at::isfinite(points).all().item<bool>())
    throw Error("the points of a neighbour search must be finite");
  const at::Tensor values = points.cpu().contiguous();
  return {values.data_ptr<double>(), values.size(0), values.size(1)};
}

}  // namespace

struct NearestNeighbours::Tree {
  explicit Tree(const at::Tensor& all)
      : points(distinct_points(all)), index(static_cast<int>(points.num_dimensions()), points) {}

  DistinctPoints points;
  Index index;
};

NearestNeighbours::NearestNeighbours(const at::Tensor& points)
    : tree_(std::make_unique<Tree>(points)) {}
NearestNeighbours::~NearestNeighbours() = default;
NearestNeighbours::NearestNeighbours(NearestNeighbours&&) noexcept = default;
NearestNeighbours& NearestNeighbours::operator=(NearestNeighbours&&) noexcept = default;

std::int64_t NearestNeighbours::size() const {
  return tree_->points.num_rows();
}
std::int64_t NearestNeighbours::num_dimensions() const {
  return tree_->points.num_dimensions();
}

std::int64_t NearestNeighbours::nearest(std::span<const double> query) const {
  return nearest(query, 1).front();
}

std::vector<std::int64_t> NearestNeighbours::nearest(std::span<const double> query,
                                                     std::int64_t k) const {
  if (static_cast<std::int64_t>(query.size()) != num_dimensions())
    throw Error("the query of a neighbour search has " + std::to_string(query.size()) +
                " entries, its points have " + std::to_string(num_dimensions()));
  if (k < 1 || k > size())
    throw Error("cannot find " + std::to_string(k) + " neighbours among " + std::to_string(size()) +
                " points");
  BestRows best(tree_->points, static_cast<std::size_t>(k));
  tree_->index.findNeighbors(best, query.data(), SearchSettings());
  if (!best.full()) throw Error("the query of a neighbour search is not finite");

  std::vector<std::int64_t> rows;
  rows.reserve(best.size());
  for (const auto& [distance, row] : best.all()) rows.push_back(row);
  return rows;
}

}  // namespace facet
