#include "framework/training/finite_watch.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <limits>

namespace facet {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

Report report(std::int64_t step, double loss) {
  return {step, 10, {{"total", 1.0}, {"objective0.loss", loss}, {"objective0.temperature", nan}}};
}

std::vector<at::Tensor> parameters(double value, double gradient) {
  const at::Tensor parameter = at::zeros({3, 2}).requires_grad_();
  parameter.mutable_grad() = at::zeros({3, 2});
  parameter.mutable_grad().view(-1)[5] = gradient;
  parameter.detach().view(-1)[5] = value;
  return {at::zeros({4}), parameter};
}

TEST(FiniteWatch, FindsNothingWhereAllIsFinite) {
  FiniteWatch watch;
  watch.note(report(1, 3e38), parameters(-3e38, 1e38), {});
  EXPECT_FALSE(watch.read());
}

TEST(FiniteWatch, FindsWhatWasFirst) {
  for (const double bad : {nan, inf, -inf}) {
    FiniteWatch watch;
    watch.note(report(1, 0), parameters(0, 0), {});
    watch.note(report(2, 0), parameters(0, bad), {});
    watch.note(report(3, bad), parameters(bad, bad), {});
    const auto found = watch.read();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->step, 2);
    EXPECT_EQ(found->quantity, "gradient");
    EXPECT_FALSE(watch.read()) << "it was read";
    watch.note(report(4, bad), {}, {});
    EXPECT_EQ(watch.read()->quantity, "objective0.loss");
    watch.note(report(5, 0), parameters(bad, 0), {});
    EXPECT_EQ(watch.read()->quantity, "parameters");
  }
}

TEST(FiniteWatch, TellsWhetherTheEmbeddingWasNotEither) {
  FiniteWatch watch;
  watch.note(report(1, nan), {}, {at::zeros({4, 2}), at::ones({4, 2})});
  EXPECT_FALSE(watch.read()->embedding);
  watch.note(report(1, nan), {}, {at::zeros({4, 2}), at::full({4, 2}, inf)});
  EXPECT_TRUE(watch.read()->embedding);
  watch.note(report(1, 0), parameters(0, 0), {at::full({4, 2}, nan)});
  EXPECT_FALSE(watch.read()) << "that no loss is of";
}

TEST(FiniteWatch, LooksAtEveryNumberOfEveryType) {
  for (const auto type : {at::kFloat, at::kDouble, at::kHalf, at::kBFloat16}) {
    for (std::int64_t i = 0; i < 37; ++i) {
      const at::Tensor values = at::full({37}, 7, at::TensorOptions(type));
      EXPECT_TRUE(all_finite(values));
      values[i] = -inf;
      EXPECT_FALSE(all_finite(values));
      values[i] = nan;
      EXPECT_FALSE(all_finite(values));
      EXPECT_FALSE(all_finite(values.view({1, 37}).t().expand({37, 2})));
    }
  }
  for (const float edge : {std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest(),
                           std::numeric_limits<float>::denorm_min(), -0.0F})
    EXPECT_TRUE(all_finite(at::full({3}, edge)));
  for (const double edge :
       {std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(), 1e300})
    EXPECT_TRUE(all_finite(at::full({3}, edge, at::kDouble)));
  EXPECT_TRUE(all_finite(at::empty({0})));
}

}  // namespace
}  // namespace facet
