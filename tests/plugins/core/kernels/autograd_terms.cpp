#include "plugins/core/kernels/autograd_terms.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include "facet/random.h"

namespace facet::test {

kernels::Samples normal_samples(const SampleSizes& sizes, at::ScalarType type) {
  at::Generator generator = Random(1).generator();
  const auto normal = [&](std::int64_t rows) {
    return at::randn({rows, sizes.dimension}, generator, at::kDouble).to(type);
  };
  return {normal(sizes.references), normal(sizes.references), normal(sizes.negatives),
          at::full({}, 1 / 0.6, type)};
}

kernels::Term autograd_term(const at::Tensor& reference, const at::Tensor& other,
                            const at::Tensor& inverse_temperature, const Rows& rows) {
  const auto leaf = [](const at::Tensor& array) {
    return array.to(at::kDouble).clone().set_requires_grad(true);
  };
  const at::Tensor x = leaf(reference), y = leaf(other), a = leaf(inverse_temperature);
  const at::Tensor values = rows(x, y, a);
  values.mean().backward();
  return {values.detach(), x.grad(), y.grad(), a.grad()};
}

void expect_near(const kernels::Term& term, const kernels::Term& exact, double tolerance) {
  const auto error = [](const at::Tensor& got, const at::Tensor& right) {
    EXPECT_EQ(got.sizes(), right.sizes());
    return ((got - right).abs().max() / right.abs().max()).item<double>();
  };
  EXPECT_LT(error(term.rows, exact.rows), tolerance);
  EXPECT_LT(error(term.reference, exact.reference), tolerance);
  EXPECT_LT(error(term.other, exact.other), tolerance);
  EXPECT_LT(error(term.inverse_temperature, exact.inverse_temperature), tolerance);
}

void expect_autograd(const std::function<kernels::Terms(const kernels::Samples&)>& kernel,
                     const Rows& alignment, const Rows& uniformity) {
  for (const SampleSizes& sizes : {SampleSizes{1, 1, 1}, {5, 7, 3}, {700, 2000, 4}})
    for (const auto& [type, tolerance] : {std::pair{at::kFloat, 1e-5}, {at::kDouble, 1e-12}}) {
      SCOPED_TRACE(sizes.references);
      const kernels::Samples samples = normal_samples(sizes, type);
      const auto& [reference, positive, negative, a] = samples;
      const kernels::Terms terms = kernel(samples);
      EXPECT_EQ(terms.uniformity.rows.scalar_type(), type);
      expect_near(terms.alignment, autograd_term(reference, positive, a, alignment), tolerance);
      expect_near(terms.uniformity, autograd_term(reference, negative, a, uniformity), tolerance);
    }
}

}  // namespace facet::test
