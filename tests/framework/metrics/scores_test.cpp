#include "framework/metrics/scores.h"

#include <gmock/gmock.h>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

const at::Tensor actual = doubles({1, 2, 2, 4, 3, 9, 4, 1}, 2);
const at::Tensor predicted = doubles({1.5, 2, 2, 3, 2, 8, 4, 3}, 2);

// scikit-learn's r2_score, variance weighted and uniformly averaged.
TEST(R2, IsPooledOverColumnsOrTheirMean) {
  EXPECT_NEAR(pooled_r2(predicted, actual), 0.8313953488372093, 1e-12);
  EXPECT_NEAR(mean_r2(predicted, actual), 0.7960526315789473, 1e-12);
}

TEST(R2, OfAConstantColumnIsOneWhereItIsMetElseZero) {
  at::Tensor constant = actual.clone(), met = predicted.clone();
  constant.select(1, 1).fill_(3);
  met.select(1, 1).fill_(3);
  EXPECT_NEAR(mean_r2(met, constant), 0.875, 1e-12);
  EXPECT_NEAR(mean_r2(predicted, constant), 0.375, 1e-12);
}

TEST(Accuracy, IsTheFractionThatIsMet) {
  EXPECT_EQ(accuracy(classes({1, 2, 3, 3}), classes({1, 2, 3, 4})), 0.75);
}

TEST(Median, OfAnEvenNumberIsTheMeanOfTheTwoMiddleOnes) {
  EXPECT_EQ(median_of(doubles({9, 1, 4, 2}, 4)[0]), 3);
  EXPECT_EQ(median_of(doubles({9, 1, 4}, 3)[0]), 4);
}

}  // namespace
}  // namespace facet
