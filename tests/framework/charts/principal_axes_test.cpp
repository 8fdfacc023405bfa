#include "framework/charts/principal_axes.h"

#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

namespace facet {
namespace {

// On the line through (3, 4), whose length is 5.
TEST(PrincipalAxes, OfALineIsTheLine) {
  const at::Tensor along =
      along_principal_axes(at::tensor({-3., -4., 0., 0., 3., 4.}).view({3, 2}));
  ASSERT_EQ(along.sizes(), (std::vector<std::int64_t>{3, 3}));
  EXPECT_NEAR(along[0][0].item<double>(), -5, 1e-12);
  EXPECT_NEAR(along[2][0].item<double>(), 5, 1e-12);
  EXPECT_NEAR(along.slice(1, 1).abs().max().item<double>(), 0, 1e-12);
}

TEST(PrincipalAxes, TheWidestComesFirst) {
  const at::Tensor along = along_principal_axes(
      at::tensor({1., 0., 0., -1., 0., 0., 0., 0., 9., 0., 0., -9., 0., 3., 0., 0., -3., 0.})
          .view({6, 3}));
  EXPECT_NEAR(along[2][0].abs().item<double>(), 9, 1e-12);
  EXPECT_NEAR(along[4][1].abs().item<double>(), 3, 1e-12);
  EXPECT_NEAR(along[0][2].abs().item<double>(), 1, 1e-12);
}

TEST(PrincipalAxes, OfOneColumnAreThatColumn) {
  const at::Tensor along = along_principal_axes(at::tensor({1., 3.}).view({2, 1}));
  EXPECT_EQ(along[1][0].item<double>(), 1);
  EXPECT_EQ(along[1][1].item<double>(), 0);
}

}  // namespace
}  // namespace facet
