#include "framework/attribution/ground_truth.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

const std::vector<FeatureRange> objectives = {{0, 3}, {1, 3}};

GroundTruth ground_truth(const at::Tensor& array) {
  return GroundTruth("truth", array, objectives, 3, 4);
}

at::Tensor table(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong).view({-1, 4});
}

void expect_equal(const std::optional<at::Tensor>& got, const at::Tensor& wanted) {
  ASSERT_TRUE(got.has_value());
  EXPECT_TRUE(got->equal(wanted.to(at::kBool))) << *got;
}

TEST(GroundTruth, OfOneEntryANeuronHoldsForEveryFacet) {
  const GroundTruth truth = ground_truth(at::tensor({0, 2, 0, 1}, at::kLong));
  expect_equal(truth.of({1, 3}), table({0, 1, 0, 1}));
}

TEST(GroundTruth, OfARowAnOutputIsCutAsTheEmbeddingIs) {
  const GroundTruth truth = ground_truth(table({1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0}));
  expect_equal(truth.of({1, 3}), table({0, 1, 0, 0, 1, 0, 0, 0}));
  EXPECT_FALSE(truth.of({0, 1}).has_value()) << "all alike there";
}

TEST(GroundTruth, OfARowAnObjectiveSaysNothingOfOtherRanges) {
  const GroundTruth truth = ground_truth(table({1, 1, 0, 0, 0, 0, 1, 1}));
  expect_equal(truth.of({1, 3}), table({0, 0, 1, 1, 0, 0, 1, 1}));
  EXPECT_FALSE(truth.of({0, 1}).has_value());
}

TEST(GroundTruth, RefusesWhatDoesNotFit) {
  EXPECT_EQ(message_of([] { ground_truth(at::zeros({5})); }),
            "'truth' has shape [5], a ground truth has one entry for each of the 4 neurons, or 3 "
            "(outputs) or 2 (objectives) rows of them");
  EXPECT_EQ(message_of([] { ground_truth(at::zeros({4})); }),
            "'truth' has no zeros or nothing else");
}

}  // namespace
}  // namespace facet
