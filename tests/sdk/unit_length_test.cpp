#include "facet/unit_length.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

namespace facet {
namespace {

at::Tensor doubles(std::initializer_list<double> values) {
  return at::tensor(std::vector<double>(values), at::kDouble);
}

TEST(UnitLength, DividesByTheNorm) {
  const at::Tensor x = doubles({3, 4, -5, 12}).view({2, 2});
  EXPECT_TRUE(at::allclose(unit_length(x, 1), doubles({.6, .8, -5. / 13, 12. / 13}).view({2, 2})));
  EXPECT_TRUE(at::allclose(unit_length(x.t(), 0), unit_length(x, 1).t()));
}

TEST(UnitLength, HasNoEpsilon) {
  EXPECT_TRUE(at::allclose(unit_length(doubles({3e-30, 4e-30}), 0), doubles({.6, .8})));
}

TEST(UnitLength, LeavesAZeroVectorAndItsGradientFinite) {
  const at::Tensor x = doubles({0, 0, 3, 4}).view({2, 2}).requires_grad_();
  const at::Tensor y = unit_length(x, 1);
  y.sum().backward();
  EXPECT_TRUE(y[0].eq(0).all().item<bool>());
  EXPECT_TRUE(x.grad().isfinite().all().item<bool>());
}

// d(y . a)/dx = (a - y (y . a)) / |x| with x = (3, 4), y = (.6, .8), a = (1, 0).
TEST(UnitLength, HasTheGradientOfTheFormula) {
  const at::Tensor x = doubles({3, 4}).requires_grad_();
  unit_length(x, 0)[0].backward();
  EXPECT_TRUE(at::allclose(x.grad(), doubles({(1 - .36) / 5, -.48 / 5})));
}

}  // namespace
}  // namespace facet
