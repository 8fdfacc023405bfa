#include <ATen/Parallel.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "coarse_points.h"
#include "point_search.h"

namespace facet {

namespace {

constexpr std::int64_t queries_a_block = 64;
constexpr std::int64_t fewest_queries_a_block = 8;

/// A sum in lanes, which the compiler makes vectors of.
template <class Term>
double sum_of(std::int64_t count, const Term& term) {
  constexpr std::int64_t lanes = 8;
  double sums[lanes] = {};
  std::int64_t k = 0;
  for (; k + lanes <= count; k += lanes)
    for (std::int64_t lane = 0; lane < lanes; ++lane) sums[lane] += term(k + lane);
  for (; k < count; ++k) sums[0] += term(k);
  return std::accumulate(std::begin(sums), std::end(sums), 0.0);
}

/// Where the `count` smallest are.
std::vector<std::size_t> smallest(std::span<const float> values, std::size_t count) {
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

/// Multiplies the coarse points, keeps the smallest bound of each group of them, and settles the
/// groups that stay open, the most promising first.
class BlockedSearch : public PointSearch {
 public:
  explicit BlockedSearch(const DistinctPoints& points) : points_(points), coarse_(points) {}

  void find(const at::Tensor& queries, const std::vector<NearestSet*>& sets) const override {
    at::parallel_for(0, queries.size(0), fewest_queries_a_block, [&](auto begin, auto end) {
      for (; begin < end; begin += queries_a_block)
        find_block(queries.slice(0, begin, std::min(begin + queries_a_block, end)),
                   sets.data() + begin);
    });
  }

 private:
  struct Open {
    float bound;
    std::int64_t point;
  };
  struct Query {
    const double* point;
    const float* row;
    double added;
    NearestSet& set;
  };

  void find_block(const at::Tensor& queries, NearestSet* const* sets) const {
    const CoarsePoints::Queries coarse = coarse_.rows_of(queries);
    std::vector<float> lowest = coarse_.groups().lowest_products(coarse.rows);
    const std::size_t groups = lowest.size() / coarse.added.size();
    std::vector<Open> open;
    for (std::size_t i = 0; i < coarse.added.size(); ++i) {
      const auto row = static_cast<std::int64_t>(i);
      const Query query{queries.data_ptr<double>() + row * queries.size(1),
                        coarse.rows.data_ptr<float>() + row * coarse.rows.size(1), coarse.added[i],
                        *sets[i]};
      settle(query, std::span(lowest).subspan(i * groups, groups), open);
    }
  }

  void settle(const Query& query, std::span<float> lowest, std::vector<Open>& open) const {
    for (const std::size_t group : smallest(lowest, query.set.missing())) {
      look_into(group, query, open);
      lowest[group] = std::numeric_limits<float>::infinity();  // not again
    }
    show(query, open);
    const float limit = coarse_.limit(query.set.worstDist(), query.added);
    for (std::size_t group = 0; group < lowest.size(); ++group)
      if (lowest[group] <= limit) look_into(group, query, open);
    show(query, open);
  }

  /// Adds the points of a group that are still open.
  void look_into(std::size_t number, const Query& query, std::vector<Open>& open) const {
    const PointGroups& groups = coarse_.groups();
    const auto group = static_cast<std::int64_t>(number);
    const float limit = coarse_.limit(query.set.worstDist(), query.added);
    float bounds[PointGroups::size];
    groups.products(query.row, group, bounds);
    for (std::int64_t point = groups.first(group); point < groups.end(group); ++point)
      if (const float bound = bounds[point - groups.first(group)]; bound <= limit)
        open.push_back({bound, point});
  }

  /// Shows the points that are open, by their bounds, until one of them settles the others.
  void show(const Query& query, std::vector<Open>& open) const {
    const auto later = [](const Open& a, const Open& b) { return a.bound > b.bound; };
    std::make_heap(open.begin(), open.end(), later);  // most of it is never looked at
    for (; !open.empty(); open.pop_back()) {
      std::pop_heap(open.begin(), open.end(), later);
      if (open.back().bound > coarse_.limit(query.set.worstDist(), query.added)) break;
      const std::int64_t point = open.back().point;
      if (open.size() > 1) fetch(open.front().point);
      if (points_.values().scalar_type() == at::kFloat)
        show<float>(query, point);
      else
        show<double>(query, point);
    }
    open.clear();
  }

  /// Asks for the beginning of the point that is next: among many points it is in no cache, and the
  /// processor fetches by itself only what follows.
  void fetch(std::int64_t point) const {
    constexpr std::int64_t a_line = 64, lines = 8;
    const at::Tensor& values = points_.values();
    const std::int64_t row = values.size(1) * static_cast<std::int64_t>(values.element_size());
    const char* next = static_cast<const char*>(values.data_ptr()) + point * row;
    for (std::int64_t i = 0; i < std::min(row, lines * a_line); i += a_line)
      __builtin_prefetch(next + i);
  }

  template <class Number>
  void show(const Query& query, std::int64_t point) const {
    const std::int64_t d = points_.num_dimensions();
    const Number* own = points_.values().data_ptr<Number>() + point * d;
    const auto square = [&](std::int64_t k) {
      return (own[k] - query.point[k]) * (own[k] - query.point[k]);
    };
    if (query.set.full() && sum_of(d, square) > query.set.worstDist()) return;
    double distance = 0;  // in the order of columns, as ties are defined
    for (std::int64_t k = 0; k < d; ++k) distance += square(k);
    query.set.addPoint(distance, static_cast<std::size_t>(point));
  }

  const DistinctPoints& points_;
  CoarsePoints coarse_;
};

}  // namespace

std::unique_ptr<PointSearch> make_blocked_search(const DistinctPoints& points) {
  return std::make_unique<BlockedSearch>(points);
}

}  // namespace facet
