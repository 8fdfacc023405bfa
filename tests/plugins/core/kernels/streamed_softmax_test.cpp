// Every implementation of the streamed softmax that runs on this processor.
#include "core/kernels/streamed_softmax.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/softmax.h>
#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "facet/random.h"

namespace facet::kernels {
namespace {

struct Inputs {
  at::Tensor rows, scaled, other, bias;
};

/// Normally distributed, with logits of the size of `scale`.
Inputs normal_inputs(std::int64_t n, std::int64_t m, std::int64_t d, double scale,
                     at::ScalarType type) {
  at::Generator generator = Random(1).generator();
  const auto normal = [&](at::IntArrayRef sizes) {
    return at::randn(sizes, generator, at::kDouble).to(type);
  };
  const at::Tensor rows = normal({n, d});
  return {rows, scale * rows, normal({m, d}), scale * normal({m})};
}

/// By the definition, in double precision.
StreamedSoftmax defined(const Inputs& inputs) {
  const auto exact = [](const at::Tensor& array) { return array.to(at::kDouble); };
  const at::Tensor logits =
      at::addmm(exact(inputs.bias), exact(inputs.scaled), exact(inputs.other).t());
  const at::Tensor p = at::softmax(logits, 1);
  return {at::logsumexp(logits, {1}), at::mm(p, exact(inputs.other)),
          at::mm(p.t(), exact(inputs.rows)), p.sum(0)};
}

double error(const at::Tensor& got, const at::Tensor& right) {
  EXPECT_EQ(got.sizes(), right.sizes());
  return ((got - right).abs().max() / right.abs().max()).item<double>();
}

std::vector<Softmax*> implementations(const at::Tensor& sample) {
  std::vector<Softmax*> found;
  for (const Implementation<Softmax>& own : softmax_implementations())
    if (own.takes(sample)) found.push_back(own.function);
  return found;
}

StreamedSoftmax with_means(Softmax* softmax, const Inputs& inputs) {
  return softmax(inputs.rows, inputs.scaled, inputs.other, inputs.bias, true);
}

at::Tensor value_alone(Softmax* softmax, const Inputs& inputs) {
  return softmax(inputs.rows, inputs.scaled, inputs.other, inputs.bias, false).log_sum;
}

struct Sizes {
  std::int64_t n, m, d;
};

// One of each, parts of blocks and of vectors, several chunks of rows and tiles of others.
const std::vector<Sizes> all_sizes = {{1, 1, 1},     {5, 7, 3},      {33, 16, 2},    {64, 513, 6},
                                      {50, 100, 17}, {700, 2000, 4}, {100, 5000, 3}, {7, 20000, 5}};

TEST(StreamedSoftmax, IsWhatItsDefinitionSays) {
  for (const auto& [type, tolerance] : {std::pair{at::kFloat, 2e-6}, {at::kDouble, 2e-14}})
    for (const auto& [n, m, d] : all_sizes)
      for (const double scale : {0.1, 1.0, 10.0}) {
        const Inputs inputs = normal_inputs(n, m, d, scale, type);
        const StreamedSoftmax right = defined(inputs);
        for (Softmax* softmax : implementations(inputs.rows)) {
          SCOPED_TRACE(testing::Message() << n << " x " << m << " x " << d << ", " << scale);
          const StreamedSoftmax got = with_means(softmax, inputs);
          EXPECT_EQ(got.log_sum.scalar_type(), type);
          EXPECT_LT(error(got.log_sum, right.log_sum), tolerance);
          // A rounding of a logit is one of a weight, too.
          const double of_weights = tolerance * std::max(1.0, scale * 5);
          EXPECT_LT(error(got.mean_other, right.mean_other), of_weights);
          EXPECT_LT(error(got.pulled_rows, right.pulled_rows), of_weights);
          EXPECT_LT(error(got.mass, right.mass), of_weights);
          EXPECT_LT(error(value_alone(softmax, inputs), right.log_sum), tolerance);
        }
      }
}

TEST(StreamedSoftmax, IsFiniteWhereTheLogitsAre) {
  for (const auto type : {at::kFloat, at::kDouble})
    for (const double scale : {1e4, 1e6}) {
      const Inputs inputs = normal_inputs(40, 600, 3, scale, type);
      const StreamedSoftmax right = defined(inputs);
      for (Softmax* softmax : implementations(inputs.rows)) {
        const StreamedSoftmax got = with_means(softmax, inputs);
        EXPECT_LT(error(got.log_sum, right.log_sum), 1e-6);
        EXPECT_TRUE(got.mean_other.isfinite().all().item<bool>());
        EXPECT_TRUE(got.pulled_rows.isfinite().all().item<bool>());
        EXPECT_NEAR(got.mass.sum().item<double>(), 40, 1e-4);
      }
    }
}

// They slow a processor down, so that the kernels leave them out.
TEST(StreamedSoftmax, LeavesNumbersOfLessPrecisionToOthers) {
  const Inputs inputs = normal_inputs(40, 600, 3, 1.0, at::kFloat);
  for (Softmax* softmax : implementations(inputs.rows)) {
    with_means(softmax, inputs);
    volatile float denormal = std::numeric_limits<float>::min();
    denormal = denormal / 4;
    EXPECT_GT(denormal, 0);
  }
}

TEST(StreamedSoftmax, OfEqualLogitsIsTheirLogarithm) {
  for (const auto type : {at::kFloat, at::kDouble}) {
    const at::Tensor rows = at::full({9, 2}, 0.5, type), other = at::full({1, 2}, 3, type);
    for (Softmax* softmax : implementations(rows)) {
      const at::Tensor value = value_alone(softmax, {rows, rows, other, at::full({1}, -3, type)});
      // 2 * 0.5 * 3 - 3 = 0, but for roundings of 3
      EXPECT_LT(value.abs().max().item<double>(), type == at::kFloat ? 1e-6 : 1e-15);
    }
  }
}

TEST(StreamedSoftmax, HidesNoNumberThatIsNotFinite) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                   inf = std::numeric_limits<double>::infinity();
  for (const auto type : {at::kFloat, at::kDouble})
    for (const double bad : {nan, inf}) {
      const Inputs inputs = normal_inputs(40, 600, 3, 1, type);
      inputs.bias[577] = bad;
      for (Softmax* softmax : implementations(inputs.rows)) {
        const StreamedSoftmax got = with_means(softmax, inputs);
        EXPECT_FALSE(got.log_sum.isfinite().any().item<bool>());
        EXPECT_TRUE(got.mean_other.isnan().all().item<bool>());
      }
    }
}

TEST(StreamedSoftmax, IsTheSameForAnyNumberOfThreads) {
  const int threads = at::get_num_threads();
  const Inputs inputs = normal_inputs(700, 2000, 4, 1, at::kFloat);
  for (Softmax* softmax : implementations(inputs.rows)) {
    if (softmax == streamed_softmax_plain) continue;  // libtorch's sums
    std::set<std::vector<float>> results;
    for (const int number : {1, 2, 3}) {
      at::set_num_threads(number);
      const at::Tensor pulled = with_means(softmax, inputs).pulled_rows.contiguous();
      results.emplace(pulled.data_ptr<float>(), pulled.data_ptr<float>() + pulled.numel());
    }
    EXPECT_EQ(results.size(), 1U);
  }
  at::set_num_threads(threads);
}

TEST(StreamedSoftmax, TakesColumnsOfWiderMatrices) {
  const Inputs wide = normal_inputs(30, 50, 6, 1, at::kFloat);
  const auto columns = [](const at::Tensor& matrix) { return matrix.narrow(1, 1, 3); };
  const Inputs inputs{columns(wide.rows), columns(wide.scaled), columns(wide.other), wide.bias};
  for (Softmax* softmax : implementations(wide.rows))
    EXPECT_LT(error(with_means(softmax, inputs).pulled_rows, defined(inputs).pulled_rows), 2e-6);
}

}  // namespace
}  // namespace facet::kernels
