#include "framework/metrics/decoders.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

namespace facet {
namespace {

at::Tensor doubles(std::vector<double> values, std::int64_t columns) {
  return at::tensor(values, at::kDouble).view({-1, columns});
}
at::Tensor classes(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

// In the directions 0, 90, 180 and 0 degrees.
const at::Tensor compass = doubles({1, 0, 0, 1, -1, 0, 2, 0}, 2);

TEST(DecodeByNeighbours, AveragesTheNearestByCosine) {
  const at::Tensor labels = doubles({1, 10, 2, 20, 3, 30, 5, 50}, 2);
  const at::Tensor query = doubles({5, 1, -9, 3}, 2);
  EXPECT_TRUE(
      at::allclose(decode_by_neighbours(compass, labels, query, 2), doubles({3, 30, 2.5, 25}, 2)));
}

TEST(DecodeByNeighbours, TakesTheLowestRowOnTies) {
  EXPECT_TRUE(decode_by_neighbours(compass, doubles({1, 2, 3, 5}, 1), doubles({5, 1}, 2), 1)
                  .equal(doubles({1}, 1)));
}

TEST(DecodeByNeighbours, UsesAllRowsWhereThereAreFewerThanAskedFor) {
  EXPECT_TRUE(
      at::allclose(decode_by_neighbours(compass, doubles({1, 2, 3, 5}, 1), doubles({5, 1}, 2)),
                   doubles({2.75}, 1)));
}

TEST(DecodeByNeighbours, OfClassesTakesTheMostFrequent) {
  const at::Tensor query = doubles({5, 1}, 2);
  EXPECT_TRUE(decode_by_neighbours(compass, classes({7, 4, 2, 7}), query, 3).equal(classes({7})));
  EXPECT_TRUE(decode_by_neighbours(compass, classes({7, 4, 2, 9}), query, 3).equal(classes({4})))
      << "the smallest of 7, 9 and 4";
}

const at::Tensor points = doubles({0, 1, 1, 3, 2, 2, 4, 0, 5, 5, 7, 1}, 2);

// scikit-learn's LinearRegression on the same numbers.
TEST(DecodeLinearly, IsLeastSquaresWithIntercept) {
  const at::Tensor y = doubles({1, 0, 2, 1, 2, 5, 0, 3, 4, 4, 3, 1}, 2);
  const at::Tensor expected =
      doubles({2.569802276812463, 2.6734571599760333, 0.852606351108448, 1.6680647094068308}, 2);
  EXPECT_TRUE(
      at::allclose(decode_linearly(points, y, doubles({3, 3, 6, -1}, 2)), expected, 0, 1e-12));
}

TEST(DecodeLinearly, IsNotDisturbedByARepeatedColumn) {
  const at::Tensor y = doubles({1, 2, 2, 0, 4, 3}, 1), query = doubles({3, 3, 6, -1}, 2);
  const auto twice = [](const at::Tensor& once) { return at::cat({once, once}, 1); };
  EXPECT_TRUE(at::allclose(decode_linearly(twice(points), y, twice(query)),
                           decode_linearly(points, y, query), 0, 1e-10));
}

// The largest column of scikit-learn's LinearRegression on indicators.
TEST(DecodeLinearly, OfClassesTakesTheLargestIndicator) {
  const at::Tensor query = doubles({3, 3, 6, -1, 4.5, 6, 0, 0}, 2);
  EXPECT_TRUE(
      decode_linearly(points, classes({5, 5, 2, 2, 9, 9}), query).equal(classes({9, 2, 9, 5})));
}

const at::Tensor actual = doubles({1, 2, 2, 4, 3, 9, 4, 1}, 2);
const at::Tensor predicted = doubles({1.5, 2, 2, 3, 2, 8, 4, 3}, 2);

// scikit-learn's r2_score, variance weighted and uniformly averaged.
TEST(R2, IsPooledOverColumnsOrTheirMean) {
  EXPECT_NEAR(pooled_r2(predicted, actual), 0.8313953488372093, 1e-12);
  EXPECT_NEAR(mean_r2(predicted, actual), 0.7960526315789473, 1e-12);
}

TEST(R2, OfAConstantColumnIsOneWhereItIsMetElseZero) {
  at::Tensor constant = actual.clone(), met = predicted.clone();
  constant.select(1, 1).fill_(3);
  met.select(1, 1).fill_(3);
  EXPECT_NEAR(mean_r2(met, constant), 0.875, 1e-12);
  EXPECT_NEAR(mean_r2(predicted, constant), 0.375, 1e-12);
}

TEST(Accuracy, IsTheFractionThatIsMet) {
  EXPECT_EQ(accuracy(classes({1, 2, 3, 3}), classes({1, 2, 3, 4})), 0.75);
}

}  // namespace
}  // namespace facet
