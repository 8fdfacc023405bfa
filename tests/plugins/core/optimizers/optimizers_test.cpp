#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "facet/optimizer.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

/// Where `steps` updates lead from p = 1 when the loss is 2 p.
double after(const std::string& name, const Table& options, int steps) {
  const at::Tensor p = at::tensor(1.0).set_requires_grad(true);
  const auto optimizer = make<Optimizer>(name, options, {.parameters = {p}});
  for (int i = 0; i < steps; ++i) {
    optimizer->step([&] {
      p.mutable_grad() = at::Tensor();
      const at::Tensor loss = 2 * p;
      loss.backward();
      return loss;
    });
  }
  return p.item<double>();
}

TEST(SGD, FollowsTheGradient) {
  EXPECT_NEAR(after("SGD", {{"lr", 0.1}}, 1), 0.8, 1e-12);
  EXPECT_NEAR(after("SGD", {{"lr", 0.1}}, 3), 0.4, 1e-12);
}

TEST(SGD, KeepsMomentum) {
  // Updates 0.1 * 2, 0.1 * (0.5 * 2 + 2).
  EXPECT_NEAR(after("SGD", {{"lr", 0.1}, {"momentum", 0.5}}, 2), 0.5, 1e-12);
  // Looking ahead: 0.1 * (2 + 0.5 * 2), 0.1 * (2 + 0.5 * 3).
  EXPECT_NEAR(after("SGD", {{"lr", 0.1}, {"momentum", 0.5}, {"nesterov", true}}, 2), 0.35, 1e-12);
}

TEST(SGD, DecaysWeights) {
  EXPECT_NEAR(after("SGD", {{"lr", 0.1}, {"weight_decay", 1.0}}, 1), 0.7, 1e-12);
}

TEST(SGD, LooksAheadOnlyWithMomentum) {
  EXPECT_EQ(error_of([] {
              after("SGD", {{"nesterov", true}}, 1);
            }),
            "nesterov needs a momentum > 0 and no dampening");
}

TEST(Adam, BeginsWithStepsOfTheLearningRate) {
  // With a constant gradient the corrected moments are g and g^2 at every step.
  EXPECT_NEAR(after("Adam", {}, 1), 1 - 3e-4, 1e-9);
  EXPECT_NEAR(after("Adam", {{"lr", 0.01}}, 5), 0.95, 1e-7);
}

TEST(Adam, AddsEpsToTheRoot) {
  EXPECT_NEAR(after("Adam", {{"lr", 0.1}, {"eps", 2.0}}, 1), 0.95, 1e-9);  // 0.1 * 2 / (2 + 2)
}

TEST(Adam, RefusesBetasThatAreNotTwo) {
  EXPECT_EQ(error_of([] {
              after("Adam", {{"betas", Value::List{0.9}}}, 1);
            }),
            "betas must have two values, got 1");
}

}  // namespace
}  // namespace facet
