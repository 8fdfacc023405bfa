#include "core/kernels/info_nce.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/mm.h>
#include <gtest/gtest.h>

#include "plugins/core/kernels/autograd_terms.h"

namespace facet::kernels {
namespace {

Terms with_gradient(const Samples& samples, Similarity similarity) {
  return info_nce(samples, /*with_gradient=*/true, similarity);
}

TEST(InfoNceKernel, OfDotProductsIsThatOfAutograd) {
  test::expect_autograd(
      [](const Samples& samples) { return with_gradient(samples, Similarity::cosine); },
      [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
        return -a * (x * y).sum(1);
      },
      [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
        return at::logsumexp(a * at::mm(x, y.t()), {1});
      });
}

TEST(InfoNceKernel, OfSquaredDistancesIsThatOfAutograd) {
  test::expect_autograd(
      [](const Samples& samples) { return with_gradient(samples, Similarity::euclidean); },
      [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
        return a * (x - y).square().sum(1);
      },
      [](const at::Tensor& x, const at::Tensor& y, const at::Tensor& a) {
        return at::logsumexp(-a * (x.unsqueeze(1) - y.unsqueeze(0)).square().sum(2), {1});
      });
}

TEST(InfoNceKernel, HasTheSameValuesWithoutGradients) {
  const Samples samples = test::normal_samples({700, 2000, 4}, at::kDouble);
  for (const Similarity similarity : {Similarity::cosine, Similarity::euclidean}) {
    const Terms alone = info_nce(samples, /*with_gradient=*/false, similarity);
    const Terms both = with_gradient(samples, similarity);
    EXPECT_FALSE(alone.uniformity.reference.defined());
    EXPECT_TRUE(at::equal(alone.alignment.rows, both.alignment.rows));
    EXPECT_TRUE(at::allclose(alone.uniformity.rows, both.uniformity.rows, 1e-13, 0));
  }
}

}  // namespace
}  // namespace facet::kernels
