#include "framework/training/gradients.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <cmath>

namespace facet {
namespace {

/// Parameters with the gradients (3, 0), (4) and none: of norm 5 together.
std::vector<at::Tensor> of_norm_five() {
  const at::Tensor a = at::zeros({2}).requires_grad_(), b = at::zeros({1}).requires_grad_(),
                   c = at::zeros({7}).requires_grad_();
  a.mutable_grad() = at::tensor({3.0F, 0.0F});
  b.mutable_grad() = at::tensor({4.0F});
  return {a, b, c};
}

TEST(GradientNorm, IsTakenOverAllParametersTogether) {
  EXPECT_DOUBLE_EQ(gradient_norm(of_norm_five()).item<double>(), 5);
  EXPECT_EQ(gradient_norm({at::zeros({2}).requires_grad_()}).item<double>(), 0);
}

// 1 + 4 + ... + 400 = 20 * 21 * 41 / 6; the others stand for what is not read in place.
TEST(GradientNorm, IsRightHoweverTheGradientsLie) {
  const at::Tensor counting = at::arange(1, 21, at::kFloat);
  for (const at::Tensor& gradient :
       {counting, counting.to(at::kDouble), at::stack({counting, counting}, 1).select(1, 0)}) {
    const at::Tensor parameter = at::zeros({20}, gradient.options()).requires_grad_();
    parameter.mutable_grad() = gradient;
    EXPECT_DOUBLE_EQ(gradient_norm({parameter}).item<double>(), std::sqrt(2870));
  }
}

TEST(GradientNorm, IsThatOfLargeGradients) {
  const at::Tensor parameter = at::zeros({2}).requires_grad_();
  parameter.mutable_grad() = at::tensor({3e30F, 4e30F});
  EXPECT_NEAR(gradient_norm({parameter}).item<double>(), 5e30, 1e24);
}

TEST(ClipGradients, ScalesThemToTheNorm) {
  const auto parameters = of_norm_five();
  EXPECT_DOUBLE_EQ(clip_gradients(parameters, 1).item<double>(), 5) << "what it was before";
  EXPECT_FLOAT_EQ(parameters[0].grad()[0].item<float>(), 0.6F);
  EXPECT_FLOAT_EQ(parameters[1].grad().item<float>(), 0.8F);
  EXPECT_FALSE(parameters[2].grad().defined());
}

TEST(ClipGradients, LeavesSmallOnesAlone) {
  const auto parameters = of_norm_five();
  clip_gradients(parameters, 5);
  EXPECT_EQ(parameters[0].grad()[0].item<float>(), 3.0F);
  EXPECT_EQ(parameters[1].grad().item<float>(), 4.0F);
}

}  // namespace
}  // namespace facet
