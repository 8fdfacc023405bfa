#include <gmock/gmock.h>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

double value_of(const std::vector<Quantity>& quantities, const std::string& name) {
  for (const Quantity& quantity : quantities)
    if (quantity.name == name) return quantity.value.item<double>();
  ADD_FAILURE() << "no quantity " << name;
  return 0;
}

at::Tensor bins(const std::vector<std::int64_t>& list) {
  return at::tensor(list, at::kLong);
}

/// References at t = 1, 2; positives one later; negatives at t = 1, 2 + 3. With y = w t, objective
/// 0 on both outputs, objective 1 on the second alone:
///   loss_0 = |w|^2 - 4.5 |w|^2 ... (squared distances 1, 1 and 9, 0 -> means 1 and 4.5)
SampleBatch batch_of_two() {
  const at::Tensor signals = at::arange(10, at::kFloat).view({10, 1});
  const ObjectiveSamples samples{bins({1, 2}), bins({2, 3}), bins({4, 2})};
  return {{signals}, {samples, samples}};
}

std::shared_ptr<MultiCriterions> two_spreads() {
  return create_criterions(
      toy::registry(),
      {{{0, 2}, ComponentChoice{"Spread"}}, {{1, 2}, ComponentChoice{"Spread", {{"scale", 2.0}}}}},
      "contrastive");
}

at::Tensor weight_of(const Solver& solver) {
  return solver.model().parameters()[0].detach().flatten();
}

TEST(SolverStep, UpdatesByTheGradientOfTheSummedLosses) {
  auto solver = toy::solver_for(two_spreads());
  const auto report = solver.step(batch_of_two());
  // At w = (1, 1): loss_0 = 2 (1 - 4.5) = -7, loss_1 = 2 - 4.5 = -2.5.
  EXPECT_NEAR(value_of(report, "objective0.loss"), -7, 1e-6);
  EXPECT_NEAR(value_of(report, "objective0.alignment"), 2, 1e-6);
  EXPECT_NEAR(value_of(report, "objective0.uniformity"), -9, 1e-6);
  EXPECT_NEAR(value_of(report, "objective1.loss"), -2.5, 1e-6);
  EXPECT_NEAR(value_of(report, "total"), -9.5, 1e-6);
  // d total / d w = 2 w (-3.5) + (0, 2 w_1 (-2.5)) = (-7, -12); w - 0.1 gradient.
  EXPECT_TRUE(at::allclose(weight_of(solver), at::tensor({1.7F, 2.2F})));
  EXPECT_EQ(solver.metadata().batches_seen, 1);
  EXPECT_GT(solver.metadata().timestamp, 1e9);
}

TEST(SolverStep, WeighsTheLossesAndReportsThemUnweighted) {
  auto solver = toy::solver_for(two_spreads());
  const auto report = solver.step(batch_of_two(), std::vector<double>{0.5, 2.0});
  EXPECT_NEAR(value_of(report, "objective1.loss"), -2.5, 1e-6);
  EXPECT_NEAR(value_of(report, "objective1.weight"), 2, 1e-6);
  EXPECT_NEAR(value_of(report, "total"), 0.5 * -7 + 2 * -2.5, 1e-6);
  EXPECT_TRUE(at::allclose(weight_of(solver), at::tensor({1.35F, 2.35F})));
}

TEST(SolverStep, WantsAWeightForEachObjective) {
  auto solver = toy::solver_for(two_spreads());
  try {
    solver.step(batch_of_two(), std::vector<double>{1.0});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "there are 2 objectives, but 1 weights of the losses");
  }
}

/// penalty = mean of output^2: its gradient reaches the model through the windows it is given.
class OutputSize : public Regularizer {
 public:
  at::Tensor penalty(const at::Tensor& windows, const at::Tensor& output, Random&) const override {
    EXPECT_TRUE(windows.requires_grad());
    EXPECT_EQ(windows.sizes(), (std::vector<std::int64_t>{2, 1, 1}));
    return output.square().mean();
  }
};

TEST(SolverStep, AddsThePenaltyOfEveryObjectiveOnlyWhileItHasAWeight) {
  Solver::Options options;
  options.regularizer = std::make_shared<OutputSize>();
  auto solver = toy::solver_for(two_spreads(), options);
  const auto report = solver.step(batch_of_two(), {}, std::vector<double>{1.0, 2.0});
  // References 1 and 2: the mean of w^2 t^2 is 2.5 for either slice; d/dw_0 = 2.5 w_0 = 2.5 from
  // objective 0, and for w_1 2.5 + 2 * 5.
  EXPECT_NEAR(value_of(report, "objective0.regularizer"), 2.5, 1e-6);
  EXPECT_NEAR(value_of(report, "objective1.regularizer_weight"), 2, 1e-6);
  EXPECT_NEAR(value_of(report, "total"), -9.5 + 2.5 + 5, 1e-6);
  EXPECT_TRUE(at::allclose(weight_of(solver), at::tensor({1.45F, 0.95F})));

  for (const Quantity& quantity : solver.step(batch_of_two()))
    EXPECT_EQ(quantity.name.find("regularizer"), std::string::npos) << quantity.name;
}

TEST(SolverStep, PenalisesTheChosenObjectivesAlone) {
  Solver::Options options;
  options.regularizer = std::make_shared<OutputSize>();
  options.regularized = {1};
  auto solver = toy::solver_for(two_spreads(), options);
  const auto report = solver.step(batch_of_two(), {}, std::vector<double>{1.0, 2.0});
  EXPECT_NEAR(value_of(report, "objective1.regularizer"), 2.5, 1e-6);
  EXPECT_NEAR(value_of(report, "total"), -9.5 + 5, 1e-6);
  for (const Quantity& quantity : report)
    EXPECT_FALSE(quantity.name.starts_with("objective0.regularizer")) << quantity.name;
}

TEST(SolverStep, TakesTheSharpGradientOfThePenaltyToo) {
  Solver::Options options;
  options.sam = SamConfig{0.5};
  options.regularizer = std::make_shared<OutputSize>();
  auto solver = toy::solver_for(two_spreads(), options);
  solver.step(batch_of_two(), {}, std::vector<double>{1.0, 2.0});
  // The gradient is linear in w, (-7 + 2.5, -12 + 2.5 + 10) = (-4.5, 0.5) at (1, 1).
  const double norm = std::sqrt(4.5 * 4.5 + 0.5 * 0.5);
  const auto w0 = static_cast<float>(1 + 0.1 * 4.5 * (1 - 0.5 * 4.5 / norm));
  const auto w1 = static_cast<float>(1 - 0.1 * 0.5 * (1 + 0.5 * 0.5 / norm));
  EXPECT_TRUE(at::allclose(weight_of(solver), at::tensor({w0, w1})));
}

TEST(SolverStep, MinimisesSharpnessWhenAskedTo) {
  Solver::Options options;
  options.sam = SamConfig();
  auto solver = toy::solver_for(two_spreads(), options);
  solver.step(batch_of_two());
  // g = (-7, -12) at (1, 1); eps = 0.05 g / |g|; the gradient is linear in w: (-7 w_0, -12 w_1).
  const double norm = std::sqrt(7.0 * 7 + 12 * 12);
  const auto w0 = static_cast<float>(1 + 0.1 * 7 * (1 - 0.05 * 7 / norm));
  const auto w1 = static_cast<float>(1 + 0.1 * 12 * (1 - 0.05 * 12 / norm));
  EXPECT_TRUE(at::allclose(weight_of(solver), at::tensor({w0, w1})));
}

/// Two encoders with weights 1 and 3 (one neuron each); session 0 counts 0 to 9, session 1 (bins 10
/// to 14) counts 0 to 4.
struct TwoSessions {
  Models models{toy::registry().create<Model>({"Sum", {{"num_output", 1}}}, {1}),
                toy::registry().create<Model>({"Sum", {{"num_output", 1}}}, {1})};
  std::shared_ptr<MultiCriterions> criterion =
      create_criterions(toy::registry(), {{{0, 1}, ComponentChoice{"Spread"}}}, "contrastive");
  SampleBatch batch;

  TwoSessions() {
    models[1]->parameters()[0].set_data(at::full({1, 1}, 3.0F));
    const at::Tensor t = at::arange(10, at::kFloat).view({10, 1});
    batch = {{t, t.narrow(0, 0, 5)}, {{bins({1, 12}), bins({13, 2}), bins({11, 4})}}};
  }
  Solver solver(Solver::Options options = {}) const {
    auto optimizer =
        toy::registry().create<Optimizer>({"Descent"}, {trained_parameters(models, *criterion)});
    return Solver(models, criterion, optimizer, std::move(options));
  }
  float weight(std::size_t session) const { return models[session]->parameters()[0].item<float>(); }
};

TEST(SolverStep, TrainsTheEncoderOfEachSessionOnOneLoss) {
  const TwoSessions two;
  auto solver = two.solver();
  const auto report = solver.step(two.batch);
  // With weights a = 1 and b = 3: references a, 2b; positives 3b, 2a; negatives b, 4a.
  //   alignment = ((a - 3b)^2 + (2b - 2a)^2) / 2 = (64 + 16) / 2
  //   uniformity = -((a - b)^2 + (2b - 4a)^2) / 2 = -(4 + 4) / 2
  EXPECT_NEAR(value_of(report, "objective0.alignment"), 40, 1e-5);
  EXPECT_NEAR(value_of(report, "objective0.uniformity"), -4, 1e-5);
  // d/da = (a - 3b) - 2 (2b - 2a) - (a - b) + 4 (2b - 4a) = -8 - 8 + 2 + 8 = -6
  // d/db = -3 (a - 3b) + 2 (2b - 2a) + (a - b) - 2 (2b - 4a) = 24 + 8 - 2 - 4 = 26
  EXPECT_NEAR(two.weight(0), 1 + 0.6, 1e-5);
  EXPECT_NEAR(two.weight(1), 3 - 2.6, 1e-5);
}

/// The mean over the rows of output^2.
class OutputMean : public Regularizer {
 public:
  at::Tensor penalty(const at::Tensor& windows, const at::Tensor& output, Random&) const override {
    EXPECT_EQ(windows.size(0), 1);
    return output.square().mean();
  }
};

TEST(SolverStep, PenalizesTheReferencesOfAllSessions) {
  const TwoSessions two;
  Solver::Options options;
  options.regularizer = std::make_shared<OutputMean>();
  auto solver = two.solver(options);
  const auto report = solver.step(two.batch, {}, std::vector<double>{1.0});
  // References 1 and 6 by their encoders: the mean of 1 and 36.
  EXPECT_NEAR(value_of(report, "objective0.regularizer"), 18.5, 1e-5);
  EXPECT_NEAR(value_of(report, "total"), 36 + 18.5, 1e-5);
  EXPECT_NEAR(two.weight(1), 3 - 0.1 * (26 + 12), 1e-5);  // + d/db (2b)^2 / 2 = 4 b
}

}  // namespace
}  // namespace facet
