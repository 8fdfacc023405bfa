#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include <cmath>

#include "facet/criterion.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

/// phi = 2, 1 and 3 before the temperature.
at::Tensor total(ContrastiveCriterion& criterion) {
  const auto column = [](std::vector<float> values) { return at::tensor(values).view({-1, 1}); };
  return criterion.forward(column({1}), column({2}), column({1, 3})).total;
}

TEST(LearnableTemperature, IsTrainedAsALogOfItsInverse) {
  const auto criterion =
      make<ContrastiveCriterion>("LearnableCosineInfoNCE", {{"temperature", 0.5}});
  const auto state = criterion->state();
  ASSERT_EQ(state.size(), 1U);
  EXPECT_EQ(state[0].name, "log_inverse_temperature");
  EXPECT_EQ(state[0].tensor.dim(), 0);
  EXPECT_NEAR(state[0].tensor.item<double>(), std::log(2.0), 1e-7);

  total(*criterion).backward();
  // a = 2: d/da [-2 a + log(e^a + e^3a)] = -2 + (e^2 + 3 e^6) / (e^2 + e^6) = 0.964028; times a.
  EXPECT_NEAR(state[0].tensor.grad().item<double>(), 1.928055, 1e-5);
}

TEST(LearnableTemperature, IsReported) {
  const auto criterion =
      make<ContrastiveCriterion>("LearnableEuclideanInfoNCE", {{"temperature", 0.5}});
  ASSERT_EQ(criterion->quantities().size(), 1U);
  EXPECT_EQ(criterion->quantities()[0].name, "temperature");
  EXPECT_NEAR(criterion->quantities()[0].value.item<double>(), 0.5, 1e-7);
}

TEST(LearnableTemperature, HasNoGradientWhileItIsHeldAtItsMinimum) {
  const auto criterion = make<ContrastiveCriterion>(
      "LearnableCosineInfoNCE", {{"temperature", 0.05}, {"min_temperature", 0.1}});
  total(*criterion).backward();
  EXPECT_EQ(criterion->state()[0].tensor.grad().item<double>(), 0.0);
  EXPECT_NEAR(criterion->quantities()[0].value.item<double>(), 0.1, 1e-7);
  // a = 10, not 20: -20 + log(e^10 + e^30)
  EXPECT_NEAR(total(*criterion).item<double>(), 10.0, 1e-5);
}

// Where exp() overflows: an optimizer that takes long strides gets there.
TEST(LearnableTemperature, HasNoGradientHoweverFarItIsBeyondItsMinimum) {
  for (const float far : {3.F, 100.F, 1e30F}) {
    const auto criterion = make<ContrastiveCriterion>("LearnableCosineInfoNCE", {});
    at::Tensor log = criterion->state()[0].tensor;
    log.detach().fill_(far);
    total(*criterion).backward();
    EXPECT_EQ(log.grad().item<double>(), 0.0) << far;
    EXPECT_NEAR(total(*criterion).item<double>(), 10.0, 1e-5);
  }
}

TEST(LearnableTemperature, IsAtLeastATenthByDefault) {
  const auto& options = built_plugins().find("criterion", "LearnableCosineInfoNCE").options;
  EXPECT_EQ(options[0].default_value, Value(1.0));
  EXPECT_EQ(options[1].default_value, Value(0.1));
}

}  // namespace
}  // namespace facet
