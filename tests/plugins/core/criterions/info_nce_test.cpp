#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>
#include <torch/csrc/autograd/autograd.h>

#include "facet/criterion.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

std::shared_ptr<ContrastiveCriterion> contrastive(const std::string& name, Table options = {}) {
  return make<ContrastiveCriterion>(name, options);
}

at::Tensor matrix(std::vector<float> values, std::int64_t columns) {
  return at::tensor(values).view({-1, columns});
}

at::Tensor normal(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  return at::randn({rows, columns}, Random(seed).generator(), at::kFloat);
}

double value(const at::Tensor& scalar) {
  return scalar.item<double>();
}

TEST(InfoNCE, OfDotProductsByHand) {
  const auto loss = contrastive("FixedCosineInfoNCE", {{"temperature", 0.5}})
                        ->forward(matrix({1, 0}, 2), matrix({0.5, 7}, 2), matrix({1, 0, 0, 1}, 2));
  EXPECT_NEAR(value(loss.alignment), -1.0, 1e-6);       // -(1 * 0.5) / 0.5
  EXPECT_NEAR(value(loss.uniformity), 2.126928, 1e-6);  // log(e^2 + e^0)
  EXPECT_NEAR(value(loss.total), 1.126928, 1e-6);
}

TEST(InfoNCE, OfSquaredDistancesByHand) {
  const auto loss = contrastive("FixedEuclideanInfoNCE")
                        ->forward(matrix({0, 0}, 2), matrix({1, 1}, 2), matrix({1, 0, 0, 2}, 2));
  EXPECT_NEAR(value(loss.alignment), 2.0, 1e-6);
  EXPECT_NEAR(value(loss.uniformity), -0.951413, 1e-6);  // log(e^-1 + e^-4)
  EXPECT_NEAR(value(loss.total), 1.048587, 1e-6);
}

TEST(InfoNCE, AveragesOverReferencesAndLetsEachMeetEveryNegative) {
  const auto loss =
      contrastive("InfoNCE")->forward(matrix({1, 2}, 1), matrix({3, 4}, 1), matrix({0, 1, 2}, 1));
  EXPECT_NEAR(value(loss.alignment), -5.5, 1e-6);  // -(3 + 8) / 2
  // (log(1 + e + e^2) + log(1 + e^2 + e^4)) / 2
  EXPECT_NEAR(value(loss.uniformity), 3.275269, 1e-6);
}

TEST(InfoNCE, HasItsOtherNames) {
  const at::Tensor x = normal(5, 3, 1), y = normal(5, 3, 2), z = normal(7, 3, 3);
  const auto total = [&](const std::string& name) {
    return value(contrastive(name)->forward(x, y, z).total);
  };
  EXPECT_EQ(total("InfoNCE"), total("FixedCosineInfoNCE"));
  EXPECT_EQ(total("CosineInfoNCE"), total("FixedCosineInfoNCE"));
  EXPECT_EQ(total("InfoMSE"), total("FixedEuclideanInfoNCE"));
  EXPECT_EQ(total("EuclideanInfoNCE"), total("FixedEuclideanInfoNCE"));
}

TEST(InfoNCE, InChunksIsThatOfTheWholeMatrix) {
  // 700 x 2000 similarities: more than one chunk, and the last one is not full.
  const at::Tensor x = normal(700, 4, 1), y = normal(700, 4, 2), z = normal(2000, 4, 3);
  const auto loss = contrastive("InfoNCE", {{"temperature", 0.3}})->forward(x, y, z);
  const at::Tensor phi = at::mm(x.to(at::kDouble), z.to(at::kDouble).t()) / 0.3;
  EXPECT_NEAR(value(loss.uniformity), value(at::logsumexp(phi, {1}).mean()), 1e-5);
}

TEST(InfoNCE, OfDistancesKeepsItsDigitsFarFromTheOrigin) {
  const at::Tensor x = (normal(64, 3, 1) * 64).round() / 64;  // exact after the shift, too
  const at::Tensor y = (normal(64, 3, 2) * 64).round() / 64;
  const at::Tensor z = (normal(96, 3, 3) * 64).round() / 64;
  const auto criterion = contrastive("FixedEuclideanInfoNCE");
  const double near = value(criterion->forward(x, y, z).total);
  const double far = value(criterion->forward(x + 4096, y + 4096, z + 4096).total);
  EXPECT_NEAR(near, far, 1e-5);
}

TEST(InfoNCE, StaysFiniteAndRightForExtremeEmbeddings) {
  for (const std::string name : {"FixedCosineInfoNCE", "FixedEuclideanInfoNCE"}) {
    SCOPED_TRACE(name);
    const at::Tensor x = (normal(16, 4, 1) * 1e3).set_requires_grad(true);
    const at::Tensor y = normal(16, 4, 2) * 1e3, z = normal(24, 4, 3) * 1e3;
    const auto criterion = contrastive(name, {{"temperature", 0.01}});
    const at::Tensor total = criterion->forward(x, y, z).total;
    const at::Tensor exact =
        criterion->forward(x.detach().to(at::kDouble), y.to(at::kDouble), z.to(at::kDouble)).total;
    EXPECT_NEAR(value(total) / value(exact), 1.0, 1e-5);
    total.backward();
    EXPECT_TRUE(at::isfinite(x.grad()).all().item<bool>());
  }
}

TEST(InfoNCE, GivesTheSameBitsAgain) {
  const at::Tensor x = normal(512, 8, 1).set_requires_grad(true);
  const at::Tensor y = normal(512, 8, 2), z = normal(2000, 8, 3);
  const auto gradient = [&] {
    x.mutable_grad() = at::Tensor();
    contrastive("InfoMSE")->forward(x, y, z).total.backward();
    return x.grad().clone();
  };
  EXPECT_TRUE(at::equal(gradient(), gradient()));
}

TEST(InfoNCE, SaysWhetherItExpectsUnitLength) {
  EXPECT_TRUE(contrastive("FixedCosineInfoNCE")->expects_unit_length());
  EXPECT_TRUE(contrastive("LearnableCosineInfoNCE")->expects_unit_length());
  EXPECT_FALSE(contrastive("FixedEuclideanInfoNCE")->expects_unit_length());
}

TEST(InfoNCE, RefusesShapesThatDoNotFit) {
  EXPECT_EQ(error_of([] {
              contrastive("InfoNCE")->forward(normal(4, 3, 1), normal(1, 3, 2), normal(5, 3, 3));
            }),
            "InfoNCE takes references and positives of one shape B x d and negatives M x d, got "
            "[4, 3], [1, 3] and [5, 3]");
}

TEST(InfoNCE, RefusesASecondDerivative) {
  const at::Tensor x = normal(4, 3, 1).set_requires_grad(true);
  const at::Tensor total = contrastive("InfoNCE")->forward(x, x, x).total;
  EXPECT_EQ(error_of([&] {
              torch::autograd::grad({total}, {x}, {}, /*retain_graph=*/true,
                                    /*create_graph=*/true);
            }),
            "InfoNCE has no second derivative: its gradient cannot be differentiated again");
}

TEST(InfoNCE, RefusesATemperatureOfZero) {
  EXPECT_EQ(error_of([] {
              contrastive("InfoNCE", {{"temperature", 0}});
            }),
            "temperature must be > 0, got 0");
}

}  // namespace
}  // namespace facet
