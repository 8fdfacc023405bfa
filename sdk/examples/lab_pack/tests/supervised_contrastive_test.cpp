#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <cmath>

#include "facet/criterion.h"
#include "lab.h"

namespace lab {
namespace {

std::shared_ptr<facet::SupervisedCriterion> criterion(double temperature) {
  return registry().create<facet::SupervisedCriterion>(
      {"lab/SupervisedContrastive", {{"temperature", temperature}}});
}

double loss(const at::Tensor& prediction, const std::vector<std::int64_t>& classes,
            double temperature = 1.0) {
  return criterion(temperature)->forward(prediction, {at::tensor(classes)}).item<double>();
}

/// With a temperature of 1 / log 2, exp(z_i . z_k / temperature) is 2 along, 1 across and 1/2
/// against.
TEST(SupervisedContrastive, IsAsWorkedOutByHand) {
  const at::Tensor prediction =
      at::tensor({1.0, 0.0, 2.0, 0.0, 0.0, 3.0, 0.0, 1.0, 0.0, 5.0, -4.0, 0.0}).view({6, 2});
  // Class 0 meets means of 2 (its own), 1 (class 1) and 1/2 (class 2); class 1 meets 2, 1 and 1.
  // The one sample of class 2 is no anchor.
  const double expected = (2 * std::log((2 + 1 + 0.5) / 2) + 3 * std::log((2 + 1 + 1) / 2.0)) / 5;
  EXPECT_NEAR(loss(prediction, {0, 0, 1, 1, 1, 2}, 1 / std::log(2.0)), expected, 1e-12);
}

TEST(SupervisedContrastive, OfAnEmbeddingThatTellsNothingIsTheLogarithmOfTheClasses) {
  const at::Tensor one_point = at::ones({9, 3}, at::kDouble);
  EXPECT_NEAR(loss(one_point, {0, 0, 0, 0, 0, 1, 1, 2, 2}), std::log(3.0), 1e-12);
}

TEST(SupervisedContrastive, IsNothingWhereNoTwoAreAlike) {
  EXPECT_EQ(loss(at::ones({3, 2}, at::kDouble), {0, 1, 2}), 0.0);
}

/// Points at +-1 on both axes have the covariance diag(1/2, 1/2): (1/2 + 1/2)^2 / (1/4 + 1/4) = 2.
TEST(SupervisedContrastive, TellsHowManyDimensionsAreUsed) {
  const auto tells = [loss = criterion(1.0)](const std::vector<double>& points) {
    const at::Tensor prediction = at::tensor(points).view({4, 2});
    loss->forward(prediction, {at::tensor({0, 0, 1, 1}, at::kLong)});
    return facet::read_values(loss->quantities()).at(0);
  };
  EXPECT_NEAR(tells({1, 0, -1, 0, 0, 1, 0, -1}), 2.0, 1e-12);
  EXPECT_NEAR(tells({1, 0, -1, 0, 1, 0, -1, 0}), 1.0, 1e-12);
  EXPECT_EQ(tells({1, 0, 1, 0, 1, 0, 1, 0}), 0.0);
}

TEST(SupervisedContrastive, TakesClassesAlone) {
  EXPECT_TRUE(criterion(1.0)->accepts(facet::LabelKind::discrete));
  EXPECT_FALSE(criterion(1.0)->accepts(facet::LabelKind::continuous));
}

}  // namespace
}  // namespace lab
