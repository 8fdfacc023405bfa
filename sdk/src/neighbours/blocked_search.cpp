#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "point_search.h"

namespace facet {

namespace {

constexpr std::int64_t points_a_block = 4096;
constexpr std::int64_t queries_a_block = 256;
constexpr std::int64_t queries_a_block_task = 4;
constexpr double too_far = 1e15;  // beyond, squares overflow in single precision

double squared_distance(const double* a, const double* b, std::int64_t d) {
  double sum = 0;
  for (std::int64_t k = 0; k < d; ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

/// Where the `count` smallest are.
std::vector<std::size_t> smallest(const std::vector<double>& values, std::size_t count) {
  if (count == 1)
    return {
        static_cast<std::size_t>(std::min_element(values.begin(), values.end()) - values.begin())};
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  count = std::min(count, order.size());
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(order.begin(), end - 1, order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  order.resize(count);
  return order;
}

/// Points in single precision, moved and scaled so that those of the search lie around 0 within
/// [-1, 1]; with their squared lengths.
struct Coarse {
  at::Tensor points;            // n x d float32
  std::vector<double> squares;  // n

  Coarse(const double* values, std::int64_t n, const std::vector<double>& centre, double scale)
      : points(at::empty({n, static_cast<std::int64_t>(centre.size())}, at::kFloat)),
        squares(static_cast<std::size_t>(n)) {
    auto* coarse = points.data_ptr<float>();
    for (double& square : squares) {
      for (const double middle : centre) {
        *coarse = static_cast<float>((*values++ - middle) * scale);
        square += static_cast<double>(*coarse) * *coarse;
        ++coarse;
      }
    }
  }
};

/// All distances of a block of queries to a block of points by one matrix product in single
/// precision, |x|^2 + |q|^2 - 2 x.q. What its rounding leaves open is computed exactly.
class BlockedSearch : public PointSearch {
 public:
  explicit BlockedSearch(const DistinctPoints& points)
      : points_(points),
        d_(points.num_dimensions()),
        centre_(centre_of(points)),
        scale_(scale_of(points, centre_)),
        coarse_(points.point(0), points.size(), centre_, scale_),
        radius_(std::sqrt(*std::max_element(coarse_.squares.begin(), coarse_.squares.end()))) {}

  void find(const double* queries,
            const std::vector<std::unique_ptr<NearestSet>>& sets) const override {
    const auto count = static_cast<std::int64_t>(sets.size());
    for (std::int64_t first = 0; first < count; first += queries_a_block) {
      const std::int64_t size = std::min(queries_a_block, count - first);
      const Coarse block(queries + first * d_, size, centre_, scale_);
      for (std::int64_t point = 0; point < points_.size(); point += points_a_block)
        compare(block, queries + first * d_, sets.data() + first, point);
    }
  }

 private:
  static std::vector<double> centre_of(const DistinctPoints& points) {
    const auto d = static_cast<std::size_t>(points.num_dimensions());
    std::vector<double> centre(d);
    for (std::int64_t i = 0; i < points.size(); ++i)
      for (std::size_t k = 0; k < d; ++k)
        centre[k] += points.point(i)[k] / static_cast<double>(points.size());
    return centre;
  }

  static double scale_of(const DistinctPoints& points, const std::vector<double>& centre) {
    double largest = 0;
    for (std::int64_t i = 0; i < points.size(); ++i)
      for (std::size_t k = 0; k < centre.size(); ++k)
        largest = std::max(largest, std::abs(points.point(i)[k] - centre[k]));
    return largest > 0 ? 1 / largest : 1;
  }

  /// Shows the sets of a block of queries what matters of the points first .. first + a block.
  void compare(const Coarse& block, const double* queries, const std::unique_ptr<NearestSet>* sets,
               std::int64_t first) const {
    const std::int64_t size = std::min(points_a_block, points_.size() - first);
    const at::Tensor products = at::mm(block.points, coarse_.points.narrow(0, first, size).t());
    const auto count = static_cast<std::int64_t>(block.squares.size());
    at::parallel_for(0, count, queries_a_block_task, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const double square = block.squares[static_cast<std::size_t>(i)];
        const float* product = products.data_ptr<float>() + i * size;
        std::vector<double> distances(static_cast<std::size_t>(size));
        if (reach(square) < too_far)  // otherwise all are 0, and all are computed exactly
          for (std::int64_t j = 0; j < size; ++j)
            distances[static_cast<std::size_t>(j)] =
                coarse_.squares[static_cast<std::size_t>(first + j)] + square - 2.0 * product[j];
        show(std::move(distances), rounding(square), queries + i * d_, first, *sets[i]);
      }
    });
  }

  /// How far from a query the farthest point can be.
  double reach(double square) const { return radius_ + std::sqrt(square); }

  /// Bounds the error of a coarse squared distance: rounding to float32 (each of d products and
  /// the values themselves) relative to the largest that the terms can be.
  double rounding(double square) const {
    constexpr double unit = 0x1p-24;
    return static_cast<double>(d_ + 8) * unit * reach(square) * reach(square);
  }

  void show(std::vector<double> distances, double error, const double* query, std::int64_t first,
            NearestSet& set) const {
    const auto add = [&](std::size_t j) {
      const std::int64_t point = first + static_cast<std::int64_t>(j);
      distances[j] = std::numeric_limits<double>::quiet_NaN();  // not again
      set.addPoint(squared_distance(points_.point(point), query, d_),
                   static_cast<std::size_t>(point));
    };
    // The most promising first, so that few of the others remain to be computed exactly.
    for (const std::size_t j : smallest(distances, set.missing())) add(j);
    const auto bound = [&] { return set.worstDist() * scale_ * scale_ + error; };
    double limit = bound();
    for (std::size_t j = 0; j < distances.size(); ++j) {
      if (!(distances[j] <= limit)) continue;
      add(j);
      limit = bound();
    }
  }

  const DistinctPoints& points_;
  std::int64_t d_;
  std::vector<double> centre_;
  double scale_;
  Coarse coarse_;
  double radius_;  // of the smallest ball around 0 that holds the coarse points
};

}  // namespace

std::unique_ptr<PointSearch> make_blocked_search(const DistinctPoints& points) {
  return std::make_unique<BlockedSearch>(points);
}

}  // namespace facet
