#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

namespace facet {
namespace {

TEST(SharpenGradients, TakesThemAPieceAgainstTheSlopeAndPutsTheParametersBack) {
  // f = x^2 + y^2 at (3, 4): the gradient is (6, 8) of norm 10, so with rho = 1 the point is
  // (3.6, 4.8) and the gradient there (7.2, 9.6).
  const at::Tensor x = at::full({1}, 3.0F).requires_grad_();
  const at::Tensor y = at::full({1}, 4.0F).requires_grad_();
  const auto compute_gradients = [&] {
    x.mutable_grad().reset();
    y.mutable_grad().reset();
    (x * x + y * y).sum().backward();
  };
  compute_gradients();
  sharpen_gradients({x, y}, compute_gradients, 1.0);
  EXPECT_FLOAT_EQ(x.grad().item<float>(), 7.2F);
  EXPECT_FLOAT_EQ(y.grad().item<float>(), 9.6F);
  EXPECT_EQ(x.item<float>(), 3.0F);
  EXPECT_EQ(y.item<float>(), 4.0F);
}

TEST(SharpenGradients, LeavesAFlatPointAlone) {
  const at::Tensor x = at::zeros({1}).requires_grad_();
  const auto compute_gradients = [&] {
    x.mutable_grad().reset();
    (x * x).sum().backward();
  };
  compute_gradients();
  sharpen_gradients({x}, compute_gradients);
  EXPECT_EQ(x.grad().item<float>(), 0.0F);
}

}  // namespace
}  // namespace facet
