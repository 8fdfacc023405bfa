#include "facet/neighbours.h"

#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "facet/random.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::int64_t>;

at::Tensor make_points(std::int64_t n, std::int64_t d, const std::function<double()>& value) {
  at::Tensor points = at::zeros({n, d}, at::kDouble);
  std::generate_n(points.data_ptr<double>(), n * d, value);
  return points;
}

/// By looking at every point: the rows in the order of distance and row.
Rows brute_force(const at::Tensor& points, const std::vector<double>& query, std::size_t k) {
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
  Rows rows;
  for (std::size_t i = 0; i < k; ++i) rows.push_back(ranked[i].second);
  return rows;
}

void expect_as_brute_force(const at::Tensor& points, const std::function<double()>& coordinate,
                           int queries) {
  const NearestNeighbours neighbours(points);
  std::vector<double> query(static_cast<std::size_t>(points.size(1)));
  for (int i = 0; i < queries; ++i) {
    std::generate(query.begin(), query.end(), coordinate);
    ASSERT_EQ(neighbours.nearest(query), brute_force(points, query, 1).front());
    ASSERT_EQ(neighbours.nearest(query, 7), brute_force(points, query, 7));
  }
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
  const std::vector<double> origin = {0.0};
  EXPECT_THAT(neighbours.nearest(origin, 4), ElementsAre(1, 2, 0, 3));
}

TEST(NearestNeighbours, AcceptsRowsThatAreAllTheSame) {
  const NearestNeighbours neighbours(at::full({5000, 2}, 0.5, at::kDouble));
  const std::vector<double> query = {0.25, 7};
  EXPECT_EQ(neighbours.size(), 5000);
  EXPECT_EQ(neighbours.num_dimensions(), 2);
  EXPECT_THAT(neighbours.nearest(query, 3), ElementsAre(0, 1, 2));
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
  const auto ask = [&](const std::vector<double>& query, std::int64_t k) {
    return message_of([&] { neighbours.nearest(query, k); });
  };
  EXPECT_EQ(ask({0, 0}, 1), "the query of a neighbour search has 2 entries, its points have 1");
  EXPECT_EQ(ask({0}, 4), "cannot find 4 neighbours among 3 points");
  EXPECT_EQ(ask({0}, 0), "cannot find 0 neighbours among 3 points");
  EXPECT_EQ(ask({std::numeric_limits<double>::quiet_NaN()}, 1),
            "the query of a neighbour search is not finite");
}

}  // namespace
}  // namespace facet
