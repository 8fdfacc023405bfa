#include "facet/neighbours.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "facet/random.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using RowNumbers = std::vector<std::int64_t>;

at::Tensor make_points(std::int64_t n, std::int64_t d, const std::function<double()>& value) {
  at::Tensor points = at::zeros({n, d}, at::kDouble);
  std::generate_n(points.data_ptr<double>(), n * d, value);
  return points;
}

RowNumbers rows_of(const at::Tensor& rows) {
  const auto* begin = rows.data_ptr<std::int64_t>();
  return RowNumbers(begin, begin + rows.numel());
}

std::vector<double> values_of(const at::Tensor& point) {
  const auto* begin = point.data_ptr<double>();
  return std::vector<double>(begin, begin + point.numel());
}

/// By looking at every point: the rows in the order of distance and row.
RowNumbers brute_force(const at::Tensor& points, const std::vector<double>& query, std::size_t k) {
  const auto d = static_cast<std::size_t>(points.size(1));
  std::vector<std::pair<double, std::int64_t>> ranked;
  for (std::int64_t row = 0; row < points.size(0); ++row) {
    double distance = 0;
    for (std::size_t j = 0; j < d; ++j) {
      const double difference = query[j] - points.data_ptr<double>()[row * points.size(1) + j];
      distance += difference * difference;
    }
    ranked.emplace_back(distance, row);
  }
  std::sort(ranked.begin(), ranked.end());
  RowNumbers rows;
  for (std::size_t i = 0; i < k; ++i) rows.push_back(ranked[i].second);
  return rows;
}

void expect_as_brute_force(const at::Tensor& points, const at::Tensor& queries) {
  const NearestNeighbours neighbours(points);
  const RowNumbers nearest = rows_of(neighbours.nearest(queries));
  const RowNumbers seven = rows_of(neighbours.nearest(queries, 7));
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    const RowNumbers expected = brute_force(points, values_of(queries[static_cast<int>(i)]), 7);
    ASSERT_EQ(nearest[i], expected.front());
    ASSERT_EQ(RowNumbers(&seven[7 * i], &seven[7 * i] + 7), expected);
  }
}

void expect_as_brute_force(const at::Tensor& points, const std::function<double()>& coordinate,
                           int count) {
  expect_as_brute_force(points, make_points(count, points.size(1), coordinate));
}

TEST(NearestNeighbours, FindsAsBruteForceDoesInOneColumn) {
  Random random(1);
  const auto value = [&] { return random.normal(); };
  expect_as_brute_force(make_points(2000, 1, value), value, 300);
}

TEST(NearestNeighbours, FindsAsBruteForceDoesInSixColumns) {
  Random random(2);
  const auto value = [&] { return random.normal(); };
  expect_as_brute_force(make_points(1500, 6, value), value, 300);
}

// A grid of eighths: most queries are equally far from several points, and points repeat.
TEST(NearestNeighbours, GivesTiesToTheLowestRow) {
  Random random(3);
  const auto value = [&] { return static_cast<double>(random.below(8)) / 8; };
  expect_as_brute_force(make_points(1500, 1, value), value, 100);
  expect_as_brute_force(make_points(1500, 2, value), value, 200);
  expect_as_brute_force(make_points(1500, 6, value), value, 200);
}

// Tenths are not exact in binary: distances that tie on paper differ in the last bit or not,
// as the sum of squares decides.
TEST(NearestNeighbours, DecidesNearTiesBySumOfSquares) {
  Random random(4);
  const auto value = [&] { return static_cast<double>(random.below(10)) * 0.1; };
  expect_as_brute_force(make_points(1500, 3, value), value, 500);
}

TEST(NearestNeighbours, TellsApartLabelsFarFromZero) {
  Random random(5);
  const auto value = [&] { return 100 + 0.01 * (2 * random.uniform() - 1); };
  expect_as_brute_force(make_points(3000, 1, value), value, 300);
  expect_as_brute_force(make_points(3000, 2, value), value, 300);
}

TEST(NearestNeighbours, FindsTheNeighbourThatIsOneUlpNearer) {
  const double far = std::nextafter(3.0, 4.0);
  const NearestNeighbours neighbours(
      at::tensor({far, -3.0, 3.0, 9.0}, at::kDouble).reshape({4, 1}));
  EXPECT_THAT(rows_of(neighbours.nearest(at::zeros({1, 1}, at::kDouble), 4)),
              ElementsAre(1, 2, 0, 3));
}

TEST(NearestNeighbours, AcceptsRowsThatAreAllTheSame) {
  for (const std::int64_t d : {2, 40}) {
    const NearestNeighbours neighbours(at::full({5000, d}, 0.5, at::kDouble));
    EXPECT_EQ(neighbours.size(), 5000);
    EXPECT_EQ(neighbours.num_dimensions(), d);
    EXPECT_THAT(rows_of(neighbours.nearest(at::full({1, d}, 0.25, at::kDouble), 3)),
                ElementsAre(0, 1, 2));
  }
}

// In many dimensions another way of searching is taken: what it finds is the same.
TEST(NearestNeighbours, FindsAsBruteForceDoesInManyColumns) {
  Random random(6);
  const auto value = [&] { return random.normal(); };
  expect_as_brute_force(make_points(5000, 13, value), value, 30);   // more than a block of points
  expect_as_brute_force(make_points(700, 768, value), value, 300);  // and of queries
  const auto eighths = [&] { return static_cast<double>(random.below(2)) / 8; };
  expect_as_brute_force(make_points(1500, 13, eighths), eighths, 100);
  const auto far_from_zero = [&] { return 100 + 0.01 * (2 * random.uniform() - 1); };
  expect_as_brute_force(make_points(700, 100, far_from_zero), far_from_zero, 50);
  const auto huge = [&] { return 1e20 * random.normal(); };
  expect_as_brute_force(make_points(300, 20, value), huge, 10);
}

/// Points of d columns that depend on three numbers alone but for noise, every tenth of them twice;
/// the last column is constant.
at::Tensor smooth_points(std::int64_t n, std::int64_t d, double noise, Random& random) {
  const auto normal = [&] { return random.normal(); };
  at::Tensor points = at::mm(make_points(n, 3, normal), make_points(3, d, normal)) +
                      noise * make_points(n, d, normal);
  points.slice(0, 0, {}, 10) = points.slice(0, 1, {}, 10).clone();
  points.select(1, d - 1).fill_(3);
  return points;
}

// Where points lie in few of many dimensions, most are left out by their coordinates along these;
// queries lie among them, beside them and far from them.
TEST(NearestNeighbours, FindsAsBruteForceDoesAmongPointsInFewOfManyDimensions) {
  Random random(9);
  const at::Tensor points = smooth_points(2500, 60, 0.01, random);
  for (const double scale : {1e-160, 1e-20, 1.0, 1e20, 1e150}) {
    for (const double offset : {0.0, 1e6}) {
      const at::Tensor moved = scale * (points + offset);
      for (const double away : {0.0, 0.1, 10.0, 1e6}) {
        const auto coordinate = [&] { return scale * away * random.normal(); };
        const at::Tensor queries = moved.slice(0, 100, 112) + make_points(12, 60, coordinate);
        expect_as_brute_force(moved, queries);
      }
    }
  }
  const auto value = [&] { return random.normal(); };
  expect_as_brute_force(smooth_points(300, 768, 1e-3, random), value, 20);
}

TEST(NearestNeighbours, GivesTiesInFewOfManyDimensionsToTheLowestRow) {
  Random random(10);
  at::Tensor points = at::full({2500, 60}, 0.5, at::kDouble);
  points.slice(1, 0, 60, 20) =
      make_points(2500, 3, [&] { return static_cast<double>(random.below(8)) / 8; });
  expect_as_brute_force(points, points.slice(0, 0, 100) + 0.0625);
}

// 1e200 squared overflows: all points are equally, since infinitely, far.
TEST(NearestNeighbours, GivesTiesOfPointsTooFarForTheirSquareToTheLowestRow) {
  Random random(11);
  for (const std::int64_t d : {2, 60}) {
    const auto value = [&] { return 1e200 * random.normal(); };
    const at::Tensor points = make_points(50, d, value);
    expect_as_brute_force(points, value, 5);
    expect_as_brute_force(points / 1e200, value, 5);
  }
}

TEST(NearestNeighbours, FindsTheSameInAnyNumberOfThreads) {
  Random random(12);
  const at::Tensor points = smooth_points(1500, 60, 0.01, random);
  const NearestNeighbours neighbours(points);
  const int threads = at::get_num_threads();
  at::set_num_threads(1);
  const at::Tensor alone = neighbours.nearest(points + 0.01, 3);
  at::set_num_threads(3);
  EXPECT_TRUE(neighbours.nearest(points + 0.01, 3).equal(alone));
  at::set_num_threads(threads);
}

// A walk in 768 dimensions, neighbours 1e-9 apart at a distance of 1 from zero: float32 cannot
// tell them apart, and in float64 |x|^2 + |q|^2 - 2 x.q cannot either.
TEST(NearestNeighbours, TellsApartNeighboursThatSinglePrecisionCannot) {
  Random random(7);
  at::Tensor points = make_points(1000, 768, [&] { return 1e-9 * random.normal(); });
  points[0].fill_(1);  // one far away, so that scaling does not help
  const at::Tensor queries = points.slice(0, 1) + 1e-10;
  const RowNumbers nearest = rows_of(NearestNeighbours(points).nearest(queries));
  for (std::size_t i = 0; i < nearest.size(); ++i)
    ASSERT_EQ(nearest[i], static_cast<std::int64_t>(i) + 1);
}

TEST(NearestNeighbours, DrawsAmongTiesEquallyOften) {
  for (const std::int64_t d : {1, 20}) {
    at::Tensor points = at::zeros({7, d}, at::kDouble);
    points.select(1, 0).copy_(at::tensor({1.0, 3.0, 1.0, -1.0, 5.0, 3.0, 3.0}, at::kDouble));
    at::Tensor query = at::zeros({1, d}, at::kDouble);
    query[0][0] = 2;  // rows 0, 1, 2, 5 and 6 tie
    Random random(8);
    std::vector<double> counts(7, 0);
    for (const std::int64_t row :
         rows_of(NearestNeighbours(points).any_nearest(query.repeat({50000, 1}), random)))
      counts[static_cast<std::size_t>(row)] += 1;
    EXPECT_EQ(counts[3] + counts[4], 0);
    double chi_square = 0;
    for (const std::size_t row : {0, 1, 2, 5, 6})
      chi_square += std::pow(counts[row] - 10000, 2) / 10000;
    EXPECT_LT(chi_square, 33.4);  // 4 degrees of freedom: one in a million
  }
}

TEST(NearestNeighbours, RefusesWhatItCannotSearch) {
  const auto build = [](const at::Tensor& points) {
    return message_of([&] { NearestNeighbours neighbours(points); });
  };
  EXPECT_EQ(build(at::zeros({3}, at::kDouble)),
            "the points of a neighbour search must be n x d in float64");
  EXPECT_EQ(build(at::zeros({3, 1}, at::kFloat)),
            "the points of a neighbour search must be n x d in float64");
  EXPECT_EQ(build(at::zeros({0, 1}, at::kDouble)), "a neighbour search needs at least one point");
  EXPECT_EQ(build(at::full({2, 1}, NAN, at::kDouble)),
            "the points of a neighbour search must be finite");
}

TEST(NearestNeighbours, RefusesQueriesThatDoNotFit) {
  const NearestNeighbours neighbours(at::zeros({3, 1}, at::kDouble));
  const auto ask = [&](const at::Tensor& queries, std::int64_t k) {
    return message_of([&] { neighbours.nearest(queries, k); });
  };
  const at::Tensor query = at::zeros({1, 1}, at::kDouble);
  const std::string form =
      "the queries of a neighbour search must be m x 1 in float64, as its points are";
  EXPECT_EQ(ask(at::zeros({1, 2}, at::kDouble), 1), form);
  EXPECT_EQ(ask(at::zeros({1, 1}, at::kFloat), 1), form);
  EXPECT_EQ(ask(query, 4), "cannot find 4 neighbours among 3 points");
  EXPECT_EQ(ask(query, 0), "cannot find 0 neighbours among 3 points");
  EXPECT_EQ(ask(at::full({1, 1}, NAN, at::kDouble), 1),
            "the queries of a neighbour search must be finite");
}

}  // namespace
}  // namespace facet
