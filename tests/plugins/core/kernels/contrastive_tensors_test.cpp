#include "core/kernels/contrastive_tensors.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

namespace facet::kernels {
namespace {

/// Writes where it was told to: `offset` plus what it read.
void copies(const ContrastiveSizes& sizes, const ContrastiveSamples<const float*>& samples,
            const ContrastiveTerms<float*>& terms, float offset) {
  const auto& [alignment, uniformity] = terms;
  for (std::int64_t i = 0; i < sizes.references; ++i) {
    alignment.rows[i] = offset + samples.reference[i * sizes.dimension];
    uniformity.rows[i] = offset + *samples.inverse_temperature;
  }
  if (!uniformity.reference) return;
  for (std::int64_t i = 0; i < sizes.references * sizes.dimension; ++i) {
    alignment.reference[i] = offset + samples.reference[i];
    alignment.other[i] = offset + samples.positive[i];
    uniformity.reference[i] = offset;
  }
  for (std::int64_t i = 0; i < sizes.negatives * sizes.dimension; ++i)
    uniformity.other[i] = offset + samples.negative[i];
  *alignment.inverse_temperature = 1;
  *uniformity.inverse_temperature = 2;
}

/// Columns of wider matrices, as slices of an embedding are.
Samples columns() {
  const at::Tensor first = at::tensor({1.F, 2.F, 0.F, 3.F, 4.F, 0.F}).view({2, 3}).narrow(1, 0, 2);
  const at::Tensor second = at::tensor({0.F, 5.F, 6.F, 0.F, 7.F, 8.F}).view({2, 3}).narrow(1, 1, 2);
  const at::Tensor third = at::tensor({9.F, 10.F, 0.F}).view({1, 3}).narrow(1, 0, 2);
  return {first, second, third, at::scalar_tensor(0.5, at::kFloat)};
}

void expect_values(const at::Tensor& array, const std::vector<float>& values,
                   at::IntArrayRef sizes) {
  EXPECT_TRUE(at::equal(array, at::tensor(values).view(sizes))) << array;
}

TEST(KernelOnMemory, ReadsSlicesAsMatricesAndFillsTheTerms) {
  const auto& [alignment, uniformity] =
      on_memory<copies>(columns(), /*with_gradient=*/true, /*offset=*/100.F);
  expect_values(alignment.rows, {101, 103}, {2});
  expect_values(alignment.reference, {101, 102, 103, 104}, {2, 2});
  expect_values(alignment.other, {105, 106, 107, 108}, {2, 2});
  expect_values(alignment.inverse_temperature, {1}, {});
  expect_values(uniformity.rows, {100.5, 100.5}, {2});
  expect_values(uniformity.reference, {100, 100, 100, 100}, {2, 2});
  expect_values(uniformity.other, {109, 110}, {1, 2});
  expect_values(uniformity.inverse_temperature, {2}, {});
}

TEST(KernelOnMemory, IsGivenNoRoomForGradientsThatNobodyAskedFor) {
  const Terms terms = on_memory<copies>(columns(), /*with_gradient=*/false, /*offset=*/0.F);
  expect_values(terms.alignment.rows, {1, 3}, {2});
  EXPECT_FALSE(terms.alignment.reference.defined());
  EXPECT_FALSE(terms.uniformity.other.defined());
}

}  // namespace
}  // namespace facet::kernels
