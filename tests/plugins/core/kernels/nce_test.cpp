#include "core/kernels/nce.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/mm.h>
#include <gtest/gtest.h>

#include "plugins/core/kernels/autograd_terms.h"

namespace facet::kernels {
namespace {

/// -log sigmoid(-phi). Not libtorch's softplus, which is phi itself above 20.
at::Tensor log_of_1_plus_exp(const at::Tensor& phi) {
  return phi.exp().log1p();
}

at::Tensor of_all_pairs(const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
  return log_of_1_plus_exp(a * at::mm(x, y.t()));
}

at::Tensor alignment(const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
  return log_of_1_plus_exp(-a * (x * y).sum(1));
}

TEST(NceKernel, WithTheMeanOfNegativesIsThatOfAutograd) {
  test::expect_autograd([](const Samples& samples) { return nce(samples, true, Reduction::mean); },
                        alignment,
                        [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
                          return of_all_pairs(x, y, a).mean(1);
                        });
}

TEST(NceKernel, WithTheSumOfNegativesIsThatOfAutograd) {
  test::expect_autograd([](const Samples& samples) { return nce(samples, true, Reduction::sum); },
                        alignment,
                        [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
                          return of_all_pairs(x, y, a).sum(1);
                        });
}

TEST(NceKernel, HasTheSameValuesWithoutGradients) {
  const Samples samples = test::normal_samples({700, 2000, 4}, at::kFloat);
  const Terms alone = nce(samples, /*with_gradient=*/false, Reduction::mean);
  const Terms both = nce(samples, /*with_gradient=*/true, Reduction::mean);
  EXPECT_FALSE(alone.uniformity.reference.defined());
  EXPECT_TRUE(at::equal(alone.alignment.rows, both.alignment.rows));
  EXPECT_TRUE(at::equal(alone.uniformity.rows, both.uniformity.rows));
}

}  // namespace
}  // namespace facet::kernels
