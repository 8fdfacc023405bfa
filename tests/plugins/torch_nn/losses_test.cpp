#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "facet/criterion.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

at::Tensor matrix(std::vector<float> values, std::int64_t columns) {
  return at::tensor(values).view({-1, columns});
}

double loss(const std::string& name, const Table& options, const at::Tensor& prediction,
            const at::Tensor& target) {
  const auto criterion =
      std::dynamic_pointer_cast<SupervisedCriterion>(make<Criterion>(name, options));
  return criterion->forward(prediction, {target, {}}).item<double>();
}

const Table summed{{"reduction", "sum"}};

TEST(MSELoss, IsTheMeanOrSumOfSquares) {
  const at::Tensor y = matrix({1, 2, 3, 4}, 2), t = matrix({0, 2, 5, 1}, 2);
  EXPECT_NEAR(loss("nn.MSELoss", {}, y, t), 3.5, 1e-6);  // (1 + 0 + 4 + 9) / 4
  EXPECT_NEAR(loss("nn.MSELoss", summed, y, t), 14.0, 1e-6);
}

TEST(L1Loss, IsTheMeanOrSumOfDistances) {
  const at::Tensor y = matrix({1, 2, 3, 4}, 2), t = matrix({0, 2, 5, 1}, 2);
  EXPECT_NEAR(loss("nn.L1Loss", {}, y, t), 1.5, 1e-6);
  EXPECT_NEAR(loss("nn.L1Loss", summed, y, t), 6.0, 1e-6);
}

TEST(ElementwiseLosses, RefuseATargetThatWouldBeBroadcast) {
  for (const std::string name : {"nn.MSELoss", "nn.L1Loss"}) {
    EXPECT_EQ(error_of([&] {
                loss(name, {}, matrix({1, 2, 3}, 1), at::zeros({3}));
              }),
              name +
                  " needs a target of the prediction's shape: the prediction is 3 x 1, the target "
                  "3; give the objective a slice as wide as its label");
  }
}

TEST(Losses, SayWhichLabelsTheyTake) {
  const auto accepts = [](const std::string& name, LabelKind kind) {
    return std::dynamic_pointer_cast<SupervisedCriterion>(make<Criterion>(name))->accepts(kind);
  };
  EXPECT_TRUE(accepts("nn.MSELoss", LabelKind::continuous));
  EXPECT_FALSE(accepts("nn.MSELoss", LabelKind::discrete));
  EXPECT_TRUE(accepts("nn.CrossEntropyLoss", LabelKind::continuous));
  EXPECT_TRUE(accepts("nn.CrossEntropyLoss", LabelKind::discrete));
}

TEST(Losses, RefuseAnUnknownReduction) {
  EXPECT_EQ(error_of([] {
              make<Criterion>("nn.MSELoss", {{"reduction", "none"}});
            }),
            "reduction must be one of 'mean', 'sum', got \"none\"");
}

}  // namespace
}  // namespace facet
