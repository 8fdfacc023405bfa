#include "core/kernels/gelu.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace facet::kernels {
namespace {

/// By libtorch in double precision.
Gelu defined(const at::Tensor& x) {
  const at::Tensor exact = x.to(at::kDouble);
  return {at::gelu(exact), at::gelu_backward(at::ones_like(exact), exact)};
}

TEST(GeluKernel, IsWhatItsDefinitionSays) {
  const at::Tensor x = at::linspace(-12, 12, 100003);
  const Gelu got = gelu(x, /*with_slope=*/true), right = defined(x);
  const at::Tensor scale = at::clamp_min(x.abs(), 1);
  EXPECT_LT(((got.value - right.value).abs() / scale).max().item<double>(), 2e-7);
  EXPECT_LT((got.slope - right.slope).abs().max().item<double>(), 4e-7);
}

TEST(GeluKernel, HasTheGradientsOfItsSlope) {
  at::Tensor x = at::linspace(-6, 6, 1003), gradient = at::linspace(1, -2, 1003);
  const at::Tensor direction = at::linspace(-1, 3, 1003);
  const GeluSlopeGradients got = gelu_slope_back(x, gradient, direction);
  x = x.to(at::kDouble).requires_grad_();
  gradient = gradient.to(at::kDouble).requires_grad_();
  (at::gelu_backward(gradient, x) * direction.to(at::kDouble)).sum().backward();
  EXPECT_LT((got.gradient - gradient.grad()).abs().max().item<double>(), 2e-6);
  EXPECT_LT((got.x - x.grad()).abs().max().item<double>(), 2e-6);
}

TEST(GeluKernel, KeepsSmallNumbersFarBelowZero) {
  const at::Tensor x = at::linspace(-9, -1, 1001);
  // libtorch's own 1 + erf is 0 there, even in double precision.
  const at::Tensor exact = x.to(at::kDouble);
  const at::Tensor right = exact * at::erfc(-exact * std::numbers::sqrt2 / 2) / 2;
  EXPECT_LT(((gelu(x, false).value - right) / right).abs().max().item<double>(), 1e-5);
}

TEST(GeluKernel, KeepsStridesAndTakesAnySize) {
  for (const std::int64_t size : {1, 7, 64, 1000}) {
    const at::Tensor x = at::randn({3, size, 5}).transpose(1, 2);
    ASSERT_TRUE(has_gelu(x));
    const at::Tensor value = gelu(x, false).value;
    EXPECT_EQ(value.strides(), x.strides());
    EXPECT_TRUE(at::allclose(value, at::gelu(x), 1e-5, 1e-6));
  }
  EXPECT_FALSE(has_gelu(at::randn({4, 6}).slice(1, 0, 6, 2)));
  EXPECT_FALSE(has_gelu(at::randn({4, 6}, at::kDouble)));
}

TEST(GeluKernel, HidesNoNumberThatIsNotFinite) {
  constexpr float nan = std::numeric_limits<float>::quiet_NaN(),
                  inf = std::numeric_limits<float>::infinity();
  const at::Tensor value = gelu(at::tensor({nan, inf, 1e30F, -1e30F}), false).value;
  EXPECT_TRUE(std::isnan(value[0].item<float>()));
  EXPECT_EQ(value[1].item<float>(), inf);
  EXPECT_EQ(value[2].item<float>(), 1e30F);
  EXPECT_EQ(value[3].item<float>(), 0);
}

}  // namespace
}  // namespace facet::kernels
