// What the losses of torch.nn take as targets, and what they refuse.
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "plugins/torch_nn/arrays.h"

namespace facet {
namespace {

using namespace arrays;

std::string error(const std::string& name, const at::Tensor& prediction, const at::Tensor& target,
                  const std::vector<at::Tensor>& others = {}, const Table& options = {}) {
  return error_of([&] { supervised(name, options)->forward(prediction, {target, others}); });
}

/// What is said before training, by its values.
std::string value_error(const std::string& name, const at::Tensor& target,
                        const std::vector<at::Tensor>& others = {}, const Table& options = {}) {
  return error_of([&] { supervised(name, options)->check(3, {target, others}); });
}

double loss(const std::string& name, const at::Tensor& prediction, const at::Tensor& target,
            const std::vector<at::Tensor>& others = {}, const Table& options = {}) {
  return supervised(name, options)->forward(prediction, {target, others}).item<double>();
}

at::Tensor discrete(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

TEST(Targets, OfAnotherShapeAreErrors) {
  EXPECT_EQ(error("nn.MSELoss", at::zeros({3, 1}), at::zeros({3})),
            "nn.MSELoss needs a target of the prediction's shape: the prediction is 3 x 1, the "
            "target 3; give the objective a slice as wide as its label");
  EXPECT_EQ(error("nn.BCEWithLogitsLoss", score(), discrete({0, 1})),
            "nn.BCEWithLogitsLoss needs a target of the prediction's shape: the prediction is 2 x "
            "3, the target 2; give the objective a slice as wide as its label");
  EXPECT_EQ(error("nn.GaussianNLLLoss", score(), number(), {at::ones({1, 3})}),
            "nn.GaussianNLLLoss needs a variance of the prediction's shape: the prediction is 2 x "
            "3, the variance 1 x 3; give the objective a slice as wide as its label");
  EXPECT_EQ(error("nn.TripletMarginLoss", score(), number(), {at::ones({2, 1})}),
            "nn.TripletMarginLoss needs a negative of the prediction's shape: the prediction is 2 "
            "x 3, the negative 2 x 1; give the objective a slice as wide as its label");
  EXPECT_EQ(error("nn.CosineEmbeddingLoss", score(), sign(), {second()}),
            "nn.CosineEmbeddingLoss needs one -1 or 1 for each prediction: the prediction is 2 x "
            "3, the target 2 x 3");
  EXPECT_EQ(error("nn.CrossEntropyLoss", score(), at::zeros({2, 1})),
            "nn.CrossEntropyLoss takes a label of floating point as probabilities, a column for "
            "each class: the prediction is 2 x 3, the target 2 x 1; if the label holds classes, "
            "list it in data.discrete");
  EXPECT_EQ(error("nn.NLLLoss", score(), discrete({0})),
            "nn.NLLLoss needs one class for each prediction: the prediction is 2 x 3, the target "
            "1");
}

TEST(Targets, OutsideTheirRangeAreErrors) {
  EXPECT_EQ(value_error("nn.BCELoss", 2 * fraction()),
            "nn.BCELoss needs a target from 0 to 1, got 1.6");
  EXPECT_EQ(value_error("nn.SoftMarginLoss", probability()),
            "nn.SoftMarginLoss takes targets -1 and 1, got 0.1");
  EXPECT_EQ(value_error("nn.GaussianNLLLoss", number(), {-variance()}),
            "nn.GaussianNLLLoss needs a variance >= 0, got -3.0");
  EXPECT_EQ(value_error("nn.KLDivLoss", -probability()),
            "nn.KLDivLoss needs a target >= 0 (or set log_target, where it is the logarithm), got "
            "-0.9");
  EXPECT_EQ(value_error("nn.KLDivLoss", -probability(), {}, {{"log_target", true}}), "(no error)");
  EXPECT_EQ(value_error("nn.MultiLabelMarginLoss", number()),
            "nn.MultiLabelMarginLoss takes rows of classes from 0 to 2 that end with -1, got 0.1");
  EXPECT_EQ(value_error("nn.MultiMarginLoss", discrete({0, 3})),
            "nn.MultiMarginLoss takes classes from 0 to 2 for a slice of 3 dimensions, got 3");
  EXPECT_EQ(value_error("nn.CrossEntropyLoss", discrete({-1, 0})),
            "nn.CrossEntropyLoss takes classes from 0 to 2 for a slice of 3 dimensions, got -1");
}

TEST(Predictions, OutsideTheirRangeAreErrors) {
  EXPECT_EQ(error("nn.BCELoss", score(), probability()),
            "nn.BCELoss needs a prediction from 0 to 1 (take nn.BCEWithLogitsLoss for any "
            "number), got -1.2");
}

TEST(Targets, MayBeAnIgnoredClassOutsideTheSlice) {
  const Table ignore{{"ignore_index", 9}};
  EXPECT_NEAR(loss("nn.CrossEntropyLoss", score(), discrete({2, 9}), {}, ignore), 0.34207585, 1e-7);
  EXPECT_EQ(value_error("nn.CrossEntropyLoss", discrete({8, 9}), {}, ignore),
            "nn.CrossEntropyLoss takes classes from 0 to 2 for a slice of 3 dimensions, got 8");
  EXPECT_EQ(error("nn.CrossEntropyLoss", score(), probability(), {}, ignore),
            "nn.CrossEntropyLoss can ignore a class where the target is classes, here it is "
            "probabilities");
}

TEST(Targets, OfADiscreteLabelAreAColumnOfNumbers) {
  const at::Tensor column = score().narrow(1, 0, 1);  // 0.2, 0.9
  // log(1 + e^-0.2) + log(1 + e^0.9), then log(1 + e^0.2) + log(1 + e^0.9)
  EXPECT_NEAR(loss("nn.BCEWithLogitsLoss", column, discrete({1, 0})), 0.91964637, 1e-7);
  EXPECT_NEAR(loss("nn.SoftMarginLoss", column, discrete({-1, -1})), 1.01964637, 1e-7);
  EXPECT_NEAR(loss("nn.PoissonNLLLoss", column, discrete({3, 0})), 1.54050293, 1e-7);
}

TEST(Targets, OfRowsMayStandInAColumn) {
  for (const at::Tensor& rows : {row_sign().view({2, 1}), discrete({1, -1})})
    EXPECT_NEAR(loss("nn.CosineEmbeddingLoss", score(), rows, {second()}), 0.08423095, 1e-7);
}

TEST(Variance, MayBeOneASample) {
  const at::Tensor one = at::tensor({0.5, 2.0}).view({2, 1});
  EXPECT_EQ(loss("nn.GaussianNLLLoss", score(), number(), {one}),
            loss("nn.GaussianNLLLoss", score(), number(), {one.expand({2, 3})}));
}

TEST(Weights, AreOneForEachColumn) {
  const Table too_few{{"weight", Value::List{1.0, 2.0}}};
  EXPECT_EQ(error("nn.CrossEntropyLoss", score(), classes(), {}, too_few),
            "nn.CrossEntropyLoss takes one weight for each of the 3 dimensions of its slice, got "
            "2");
  EXPECT_EQ(
      error("nn.BCEWithLogitsLoss", score(), probability(), {}, {{"pos_weight", Value::List{1.0}}}),
      "nn.BCEWithLogitsLoss takes one pos_weight for each of the 3 dimensions of its slice, "
      "got 1");
}

TEST(OtherLabels, AreNamedByAnOption) {
  const auto named = supervised("nn.GaussianNLLLoss", {{"variance", "noise"}})->other_labels();
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].option, "variance");
  EXPECT_EQ(named[0].choice.terms.at(0).name, "noise");
  EXPECT_TRUE(supervised("nn.MarginRankingLoss")->other_labels().at(0).choice.empty());
  EXPECT_TRUE(supervised("nn.MSELoss")->other_labels().empty());
}

TEST(OtherLabels, AreNeitherLeftOutNorSuperfluous) {
  EXPECT_EQ(error("nn.TripletMarginLoss", score(), number()),
            "nn.TripletMarginLoss takes one negative beside prediction and target, got 0");
  EXPECT_EQ(error("nn.MSELoss", score(), number(), {number()}),
            "nn.MSELoss takes nothing beside prediction and target, got 1");
}

TEST(SoftMarginLoss, DoesNotOverflow) {
  EXPECT_EQ(loss("nn.SoftMarginLoss", at::full({1, 1}, 1e3), at::full({1, 1}, -1.0)), 1e3);
}

TEST(Losses, SayWhichLabelsTheyTake) {
  const auto accepts = [](const std::string& name, LabelKind kind) {
    return supervised(name)->accepts(kind);
  };
  EXPECT_TRUE(accepts("nn.MSELoss", LabelKind::continuous));
  EXPECT_FALSE(accepts("nn.MSELoss", LabelKind::discrete));
  EXPECT_FALSE(accepts("nn.NLLLoss", LabelKind::continuous));
  EXPECT_TRUE(accepts("nn.NLLLoss", LabelKind::discrete));
  EXPECT_TRUE(accepts("nn.CrossEntropyLoss", LabelKind::continuous));
  EXPECT_TRUE(accepts("nn.CrossEntropyLoss", LabelKind::discrete));
}

TEST(Losses, RefuseOptionsThatAreWrong) {
  EXPECT_EQ(error_of([] {
              supervised("nn.MSELoss", {{"reduction", "none"}});
            }),
            "reduction must be one of 'mean', 'sum', got \"none\"");
  EXPECT_EQ(error_of([] {
              supervised("nn.HuberLoss", {{"delta", 0}});
            }),
            "delta must be > 0, got 0");
}

}  // namespace
}  // namespace facet
