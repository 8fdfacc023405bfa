#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "facet/regularizer.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

at::Tensor windows(std::int64_t rows) {
  return at::randn({rows, 2, 1}, Random(1).generator(), at::kFloat).set_requires_grad(true);
}

/// y = x W with W = [1 2 3; 4 5 6]: |dy/dx|^2 = 91 for every sample.
at::Tensor linear(const at::Tensor& x) {
  return at::mm(x.squeeze(2), at::tensor({1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F}).view({2, 3}));
}

double penalty(const Table& options, std::int64_t rows, std::uint64_t seed) {
  Random random(seed);
  const at::Tensor x = windows(rows);
  return make<Regularizer>("JacobianReg", options)->penalty(x, linear(x), random).item<double>();
}

TEST(JacobianReg, IsHalfTheSquaredNormOfTheJacobian) {
  EXPECT_NEAR(penalty({{"n", -1}}, 1, 0), 45.5, 1e-4);
  EXPECT_NEAR(penalty({{"n", -1}}, 7, 0), 45.5, 1e-4);  // the mean over samples
}

TEST(JacobianReg, ByProjectionsHasTheExactOneAsItsMean) {
  // 40000 projections; one has a standard deviation of about 40, their mean one of 0.2.
  EXPECT_NEAR(penalty({{"n", 1}}, 40000, 3), 45.5, 1.2);
  EXPECT_NEAR(penalty({{"n", 20}}, 2000, 4), 45.5, 1.2);
}

TEST(JacobianReg, DrawsFromTheGeneratorThatItIsHandedAlone) {
  EXPECT_EQ(penalty({{"n", 2}}, 5, 8), penalty({{"n", 2}}, 5, 8));
  EXPECT_NE(penalty({{"n", 2}}, 5, 8), penalty({{"n", 2}}, 5, 9));
}

TEST(JacobianReg, IsDifferentiable) {
  // y = w x^2, element by element: penalty = 1/(2 B) sum (2 w x)^2, of which d/dw = 4 w sum x^2 /
  // B.
  const at::Tensor x = windows(6);
  const at::Tensor w = at::tensor(3.0F).set_requires_grad(true);
  Random random(0);
  make<Regularizer>("JacobianReg", {{"n", -1}})
      ->penalty(x, w * x.square().squeeze(2), random)
      .backward();
  const double wanted = 4 * 3 * x.detach().square().sum().item<double>() / 6;
  EXPECT_NEAR(w.grad().item<double>(), wanted, 1e-5 * wanted);
}

TEST(JacobianReg, RefusesAnyOtherNumberOfProjections) {
  EXPECT_EQ(error_of([] {
              make<Regularizer>("JacobianReg", {{"n", 0}});
            }),
            "n must be -1 (exact) or >= 1, got 0");
  EXPECT_EQ(error_of([] {
              make<Regularizer>("JacobianReg", {{"n", -2}});
            }),
            "n must be >= -1 and <= 10000, got -2");
}

}  // namespace
}  // namespace facet
