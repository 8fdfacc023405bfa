// The example in Rust.
#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include <cmath>

#include "facet/criterion.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "message_of.h"

namespace facet {
namespace {

std::shared_ptr<ContrastiveCriterion> repulsion(double strength) {
  static const std::unique_ptr<Registry> registry = open_registry({PLUGINS "/rust_lab"});
  return registry->create<ContrastiveCriterion>(
      {"rust_lab/GaussianRepulsion", {{"strength", strength}}});
}

at::Tensor column(std::vector<double> values) {
  return at::tensor(values).view({-1, 1}).to(at::kFloat);
}

TEST(RustLab, GaussianRepulsionAsWorkedOutByHand) {
  const at::Tensor reference = column({0.0}).set_requires_grad(true);
  const at::Tensor positive = column({2.0}).set_requires_grad(true);
  const at::Tensor negative = column({1.0, 0.0}).set_requires_grad(true);
  const ContrastiveLoss loss = repulsion(4.0)->forward(reference, positive, negative);
  // |0 - 2|^2 = 4; 4 times the mean of exp(-1) and exp(0).
  EXPECT_EQ(loss.alignment.item<double>(), 4.0);
  EXPECT_NEAR(loss.uniformity.item<double>(), 2 * (std::exp(-1) + 1), 1e-6);
  EXPECT_NEAR(loss.total.item<double>(), 4 + 2 * (std::exp(-1) + 1), 1e-6);
  loss.total.backward();
  const double to_first = 2 * -2 * std::exp(-1) * (0 - 1);
  EXPECT_NEAR(reference.grad().item<double>(), 2 * (0 - 2) + to_first, 1e-6);
  EXPECT_NEAR(positive.grad().item<double>(), 4, 1e-6);
  EXPECT_NEAR(negative.grad()[0].item<double>(), -to_first, 1e-6);
  EXPECT_EQ(negative.grad()[1].item<double>(), 0.0);
}

TEST(RustLab, WhatItRefusesIsTold) {
  const at::Tensor one = column({1.0});
  EXPECT_EQ(message_of([&] { repulsion(1.0)->forward(one, one, one.narrow(0, 0, 0)); }),
            "needs a negative");
  EXPECT_EQ(message_of([] { repulsion(0); }), "strength must be > 0, got 0.0");
}

}  // namespace
}  // namespace facet
