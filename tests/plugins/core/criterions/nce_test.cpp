#include <ATen/TensorOperators.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/softplus.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>
#include <torch/csrc/autograd/autograd.h>

#include "facet/criterion.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

ContrastiveLoss nce(const Table& options, const at::Tensor& reference, const at::Tensor& positive,
                    const at::Tensor& negative) {
  return make<ContrastiveCriterion>("NCE", options)->forward(reference, positive, negative);
}

at::Tensor column(std::vector<float> values) {
  return at::tensor(values).view({-1, 1});
}

double scalar(const at::Tensor& value) {
  return value.item<double>();
}

TEST(NCE, IsALogisticLossOfPositivesAndNegatives) {
  const ContrastiveLoss loss = nce({}, column({1}), column({2}), column({-1, 3}));
  EXPECT_NEAR(scalar(loss.alignment), 0.126928, 1e-6);   // log(1 + e^-2)
  EXPECT_NEAR(scalar(loss.uniformity), 1.680925, 1e-6);  // (log(1 + e^-1) + log(1 + e^3)) / 2
  EXPECT_NEAR(scalar(loss.total), 1.807853, 1e-6);
}

TEST(NCE, HasItsOptions) {
  const Table options{{"temperature", 0.5}, {"negative_weight", 3.0}, {"reduce", "sum"}};
  const ContrastiveLoss loss = nce(options, column({1}), column({2}), column({-1, 3}));
  EXPECT_NEAR(scalar(loss.alignment), 0.018150, 1e-6);   // log(1 + e^-4)
  EXPECT_NEAR(scalar(loss.uniformity), 6.129404, 1e-6);  // log(1 + e^-2) + log(1 + e^6)
  EXPECT_NEAR(scalar(loss.total), 18.406361, 1e-5);      // three times the second
}

/// The peer returns a vector of log likelihoods, neither averaged nor negated.
TEST(NCE, IsAScalarThatFallsWhenPairsAreToldApart) {
  const ContrastiveLoss apart = nce({}, column({3, 3}), column({3, 3}), column({-3}));
  const ContrastiveLoss alike = nce({}, column({3, 3}), column({-3, -3}), column({3}));
  EXPECT_EQ(apart.total.dim(), 0);
  EXPECT_LT(scalar(apart.total), scalar(alike.total));
}

TEST(NCE, InChunksIsThatOfTheWholeMatrix) {
  at::Generator generator = Random(1).generator();
  const at::Tensor x = at::randn({700, 4}, generator), y = at::randn({2000, 4}, generator);
  const at::Tensor whole = at::softplus(x.to(at::kDouble).mm(y.to(at::kDouble).t()));
  EXPECT_NEAR(scalar(nce({}, x, x, y).uniformity), scalar(whole.mean()), 1e-5);
}

TEST(NCE, RefusesShapesThatDoNotFitAndASecondDerivative) {
  EXPECT_EQ(error_of([] {
              nce({}, column({1, 2}), column({1}), column({1}));
            }),
            "NCE takes references and positives of one shape B x d and negatives M x d, got [2, "
            "1], [1, 1] and [1, 1]");
  const at::Tensor x = column({1, 2}).set_requires_grad(true);
  EXPECT_EQ(error_of([&] {
              torch::autograd::grad({nce({}, x, x, x).total}, {x}, {}, /*retain_graph=*/true,
                                    /*create_graph=*/true);
            }),
            "NCE has no second derivative: its gradient cannot be differentiated again");
}

}  // namespace
}  // namespace facet
