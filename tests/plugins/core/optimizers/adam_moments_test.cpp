#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "facet/optimizer.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

TEST(Adam, FollowsItsMomentsWhenTheGradientChanges) {
  at::Tensor p = at::tensor({0.0}, at::kDouble).set_requires_grad(true);
  const auto adam = make<Optimizer>(
      "Adam", {{"lr", 1.0}, {"betas", Value::List{0.5, 0.75}}, {"eps", 0.0}}, {.parameters = {p}});
  const auto step = [&](double gradient) {
    adam->step([&] {
      p.mutable_grad() = at::tensor({gradient}, at::kDouble);
      return at::tensor(0.0);
    });
    return p.item<double>();
  };
  EXPECT_NEAR(step(1), -1, 1e-12);
  // m = 0.25 + 1.5, v = 0.1875 + 2.25; corrected by 1 - 0.5^2 and 1 - 0.75^2:
  // 2.333333 / sqrt(5.571429) = 0.988538.
  EXPECT_NEAR(step(3), -1.988538, 1e-6);
}

}  // namespace
}  // namespace facet
