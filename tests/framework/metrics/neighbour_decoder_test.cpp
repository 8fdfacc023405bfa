#include "framework/metrics/neighbour_decoder.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

// In the directions 0, 90, 180 and 0 degrees.
const at::Tensor compass = doubles({1, 0, 0, 1, -1, 0, 2, 0}, 2);

TEST(NeighbourDecoder, AveragesTheNearestByCosine) {
  const NeighbourDecoder decoder(compass, doubles({1, 10, 2, 20, 3, 30, 5, 50}, 2));
  EXPECT_TRUE(
      at::allclose(decoder.decode(doubles({5, 1, -9, 3}, 2), 2), doubles({3, 30, 2.5, 25}, 2)));
}

TEST(NeighbourDecoder, ByEuclideanDistanceKnowsLengths) {
  const at::Tensor query = doubles({2.1, 0}, 2);
  const at::Tensor labels = doubles({1, 2, 3, 5}, 1);
  EXPECT_TRUE(
      NeighbourDecoder(compass, labels, Metric::euclidean).decode(query, 1).equal(doubles({5}, 1)));
  EXPECT_TRUE(NeighbourDecoder(compass, labels).decode(query, 1).equal(doubles({1}, 1)));
}

TEST(NeighbourDecoder, TakesTheLowestRowOnTies) {
  EXPECT_TRUE(NeighbourDecoder(compass, doubles({1, 2, 3, 5}, 1))
                  .decode(doubles({5, 1}, 2), 1)
                  .equal(doubles({1}, 1)));
}

TEST(NeighbourDecoder, UsesAllRowsWhereThereAreFewerThanAskedFor) {
  EXPECT_TRUE(
      at::allclose(NeighbourDecoder(compass, doubles({1, 2, 3, 5}, 1)).decode(doubles({5, 1}, 2)),
                   doubles({2.75}, 1)));
}

TEST(NeighbourDecoder, OfClassesTakesTheMostFrequentAndTheSmallestOnTies) {
  const at::Tensor query = doubles({5, 1}, 2);
  EXPECT_TRUE(
      NeighbourDecoder(compass, classes({7, 4, 2, 7})).decode(query, 3).equal(classes({7})));
  EXPECT_TRUE(
      NeighbourDecoder(compass, classes({7, 4, 2, 9})).decode(query, 3).equal(classes({4})));
}

// scikit-learn's KNeighborsRegressor and KNeighborsClassifier, each k tried on the rows 264 to 330.
TEST(ChooseNeighbours, TakesTheBestOnTheLastFifth) {
  const LinearTrack track;
  const at::Tensor x = track.embedding.narrow(0, 0, 330);
  const auto label = [&](const char* name) {
    return track.labels.find(name).values.narrow(0, 0, 330);
  };
  EXPECT_EQ(choose_neighbours(x, label("position")), 9);
  EXPECT_EQ(choose_neighbours(x, label("direction")), 9);
}

TEST(ChooseNeighbours, TakesOneWhereThereIsNothingToTry) {
  EXPECT_EQ(choose_neighbours(doubles({1, 2}, 2), doubles({3}, 1)), 1);
}

}  // namespace
}  // namespace facet
