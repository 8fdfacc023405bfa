#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "facet/attribution.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

/// y_1 = sum over the window of x_1^2 x_2, y_2 = x_2 in its last bin. Two neurons.
class Polynomial : public Model {
 public:
  at::Tensor forward(const at::Tensor& windows) override {
    const at::Tensor x1 = windows.select(1, 0), x2 = windows.select(1, 1);
    return at::stack({(x1.square() * x2).sum(1), x2.select(1, -1)}, 1);
  }
  Offset offset() const override { return {1, 1}; }
  std::int64_t num_output() const override { return 2; }
};

// Two windows of two neurons and two bins.
at::Tensor windows() {
  return at::tensor({1.F, 2.F, 3.F, 4.F, -1.F, 0.5F, 2.F, -3.F}).view({2, 2, 2});
}

at::Tensor maps(const std::string& name, Table options = {}, std::uint64_t seed = 0) {
  Polynomial model;
  Random random(seed);
  return make<Attribution>(name, std::move(options))->attribute(model, windows(), random);
}

/// What it is for each output: (x_1 terms, x_2 terms), of both windows; B x O x N x T.
at::Tensor expected(std::vector<float> values) {
  return at::tensor(values).view({2, 2, 2, 2});
}

void expect_near(const at::Tensor& got, const at::Tensor& wanted) {
  EXPECT_TRUE(at::allclose(got, wanted, 1e-5, 1e-5)) << got << wanted;
}

TEST(Jacobian, IsTheDerivativeOfEveryOutputByEveryEntry) {
  // d y_1 = (2 x_1 x_2, x_1^2); d y_2 = (0, [last bin])
  const at::Tensor jacobian = expected({6, 16, 1, 4, 0, 0, 0, 1, -4, -3, 1, 0.25, 0, 0, 0, 1});
  expect_near(maps("jacobian-based"), jacobian);
  expect_near(maps("neuron-gradient"), jacobian);
}

TEST(Jacobian, GoesByTwoNames) {
  EXPECT_EQ(make<Attribution>("jacobian-based")->map_name(), "jf");
  EXPECT_EQ(make<Attribution>("neuron-gradient")->map_name(), "neuron-gradient");
}

TEST(FeatureAblation, SilencesANeuronInTheWholeWindow) {
  // y_1 = 3 + 16 and 2 - 0.75 is lost with either neuron, y_2 = 4 and -3 with the second.
  expect_near(maps("feature-ablation"),
              expected({19, 19, 19, 19, 0, 0, 4, 4, 1.25, 1.25, 1.25, 1.25, 0, 0, -3, -3}));
}

TEST(FeatureAblation, SilencesBinsOneByOneIfAsked) {
  expect_near(maps("feature-ablation", {{"silence", "bin"}}),
              expected({3, 16, 3, 16, 0, 0, 0, 4, 2, -0.75, 2, -0.75, 0, 0, 0, -3}));
}

// x * integral of 2 (a x_1) (a x_2) = 2/3 x_1^2 x_2, and a third for the other neuron.
TEST(IntegratedGradients, AreExactForAPolynomial) {
  const at::Tensor wanted =
      expected({2, 32. / 3, 1, 16. / 3, 0, 0, 0, 4, 4. / 3, -0.5, 2. / 3, -0.25, 0, 0, 0, -3});
  expect_near(maps("integrated-gradients", {{"n_steps", 2}}), wanted);
  expect_near(maps("integrated-gradients"), wanted);
}

// One node lies in the middle: x * gradient at x / 2.
TEST(IntegratedGradients, WithOneStepTakeTheMiddleOfThePath) {
  expect_near(maps("integrated-gradients", {{"n_steps", 1}}).select(1, 0),
              maps("jacobian-based").select(1, 0) * windows() / 4);
}

TEST(GradientShap, FromSilenceIsTheIntegratedGradientsInTheMean) {
  const at::Tensor shap = maps("neuron-gradient-shap", {{"n_samples", 4000}});
  EXPECT_TRUE(at::allclose(shap, maps("integrated-gradients"), 0.05, 1e-5)) << shap;
}

TEST(GradientShap, OfALinearOutputIsTheDifferenceToTheBaseline) {
  const at::Tensor linear = maps("neuron-gradient-shap").select(1, 1);
  expect_near(linear, maps("integrated-gradients").select(1, 1));
  // Baselines are drawn from the windows' entries, whose mean is 1.0625.
  const at::Tensor shuffled =
      maps("neuron-gradient-shap", {{"baselines", "shuffle"}, {"n_samples", 4000}}).select(1, 1);
  EXPECT_NEAR(shuffled[0][1][1].item<double>(), 4 - 1.0625, 0.15);
  EXPECT_NEAR(shuffled[1][1][1].item<double>(), -3 - 1.0625, 0.15);
}

TEST(GradientShap, DrawsFromTheGeneratorThatItIsHandedAlone) {
  const Table options = {{"baselines", "shuffle"}, {"stdevs", 0.5}};
  EXPECT_TRUE(
      maps("neuron-gradient-shap", options, 1).equal(maps("neuron-gradient-shap", options, 1)));
  EXPECT_FALSE(
      maps("neuron-gradient-shap", options, 1).equal(maps("neuron-gradient-shap", options, 2)));
}

TEST(EveryAttribution, HasTheShapeOfTheWindowsForEveryOutput) {
  for (const std::string& name : built_components("attribution")) {
    const at::Tensor values = maps(name);
    EXPECT_EQ(values.sizes(), (std::vector<std::int64_t>{2, 2, 2, 2})) << name;
    EXPECT_FALSE(values.requires_grad()) << name;
    EXPECT_TRUE(values.isfinite().all().item<bool>()) << name;
  }
}

TEST(EveryAttribution, LeavesTheModelsParametersWithoutAGradient) {
  for (const std::string& name : built_components("attribution")) {
    const auto model = make<Model>("offset1-model", {{"num_output", 3}}, {5});
    model->eval();
    Random random(0);
    make<Attribution>(name)->attribute(*model, at::ones({4, 5, 1}), random);
    for (const at::Tensor& parameter : model->parameters())
      EXPECT_FALSE(parameter.grad().defined()) << name;
  }
}

}  // namespace
}  // namespace facet
