#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "facet/criterion.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

/// The logits log 1, log 2, log 5 and log 2, log 4, log 2: probabilities 1/8, 2/8, 5/8 and 1/4,
/// 1/2, 1/4.
at::Tensor prediction() {
  return at::tensor({0.0, 0.69314718, 1.60943791, 0.69314718, 1.38629436, 0.69314718}).view({2, 3});
}

at::Tensor classes(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

double loss(const Table& options, const at::Tensor& target) {
  const auto criterion = std::dynamic_pointer_cast<SupervisedCriterion>(
      make<Criterion>("nn.CrossEntropyLoss", options));
  return criterion->forward(prediction(), {target, {}}).item<double>();
}

TEST(CrossEntropyLoss, IsTheNegativeLogProbabilityOfTheClass) {
  EXPECT_NEAR(loss({}, classes({2, 1})), 0.581575, 1e-6);  // (log 8/5 + log 2) / 2
  EXPECT_NEAR(loss({{"reduction", "sum"}}, classes({2, 1})), 1.163151, 1e-6);
}

TEST(CrossEntropyLoss, TakesProbabilities) {
  const at::Tensor target = at::tensor({0.5, 0.5, 0.0, 0.0, 1.0, 0.0}).view({2, 3});
  EXPECT_NEAR(loss({}, target), 1.213008, 1e-6);  // ((log 8 + log 4) / 2 + log 2) / 2
}

TEST(CrossEntropyLoss, WeighsClasses) {
  const Table options{{"weight", Value::List{1.0, 3.0, 2.0}}};
  EXPECT_NEAR(loss(options, classes({2, 1})), 0.603890, 1e-6);  // (2 log 8/5 + 3 log 2) / 5
}

TEST(CrossEntropyLoss, SmoothsLabels) {
  // 0.7 of the class and 0.1 of each: 0.7 * 0.581575 + 0.1 * the sum over classes, averaged.
  EXPECT_NEAR(loss({{"label_smoothing", 0.3}}, classes({2, 1})), 0.777177, 1e-6);
}

TEST(CrossEntropyLoss, RefusesClassesThatTheSliceDoesNotHave) {
  EXPECT_EQ(error_of([] {
              loss({}, classes({0, 3}));
            }),
            "nn.CrossEntropyLoss takes classes from 0 to 2 for a slice of 3 dimensions, got 3");
  EXPECT_EQ(error_of([] {
              loss({}, classes({-1, 0}));
            }),
            "nn.CrossEntropyLoss takes classes from 0 to 2 for a slice of 3 dimensions, got -1");
}

TEST(CrossEntropyLoss, RefusesShapesThatDoNotFit) {
  EXPECT_EQ(error_of([] { loss({}, classes({0})); }),
            "nn.CrossEntropyLoss needs one class for each prediction: the prediction is 2 x 3, the "
            "target 1");
  EXPECT_EQ(error_of([] {
              loss({{"weight", Value::List{1.0, 2.0}}}, classes({0, 1}));
            }),
            "nn.CrossEntropyLoss has 2 weights for a slice of 3 dimensions");
}

}  // namespace
}  // namespace facet
