#include "framework/calls/repeatable_operators.h"

#include <ATen/Context.h>
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gtest/gtest.h>

#include <optional>

namespace facet {
namespace {

TEST(RepeatableOperators, LastUntilTheLastIsGoneAndAreThenAsBefore) {
  const auto repeatable = [] { return at::globalContext().deterministicCuDNN(); };
  ASSERT_FALSE(repeatable()) << "libtorch's default";
  const bool one_dnn = at::globalContext().userEnabledMkldnn();
  const auto tf32 = [] { return at::globalContext().allowTF32CuDNN(); };
  ASSERT_TRUE(tf32()) << "libtorch's default";
  std::optional<RepeatableOperators> one(std::in_place), other(std::in_place);
  EXPECT_TRUE(repeatable());
  EXPECT_FALSE(tf32());
  one.reset();
  EXPECT_TRUE(repeatable());
  EXPECT_FALSE(tf32());
  other.reset();
  EXPECT_FALSE(repeatable());
  EXPECT_TRUE(tf32());
  EXPECT_EQ(at::globalContext().userEnabledMkldnn(), one_dnn);
}

/// The gradient that GELU is given is a transposed one here. In float64 oneDNN has no part.
TEST(RepeatableOperators, HaveTheRightGradientOfGelu) {
  const RepeatableOperators repeatable;
  const at::Tensor x = at::randn({128, 16, 10}), weight = at::randn({128, 10, 16});
  const auto gradient = [&](at::ScalarType type) {
    const at::Tensor leaf = x.to(type).clone().set_requires_grad(true);
    (at::gelu(leaf).transpose(1, 2) * weight.to(type)).sum().backward();
    return leaf.grad().to(at::kDouble);
  };
  const at::Tensor right = gradient(at::kDouble);
  for (int i = 0; i < 5; ++i)
    EXPECT_LT((gradient(at::kFloat) - right).abs().max().item<double>(), 1e-5);
}

}  // namespace
}  // namespace facet
