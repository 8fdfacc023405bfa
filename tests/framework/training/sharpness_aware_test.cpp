#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

TEST(SharpenGradients, TakesThemAPieceAgainstTheSlopeAndPutsTheParametersBack) {
  // f = x^2 + y^2 at (3, 4): the gradient is (6, 8) of norm 10, so with rho = 1 the point is
  // (3.6, 4.8) and the gradient there (7.2, 9.6).
  const at::Tensor x = at::full({1}, 3.0F).requires_grad_();
  const at::Tensor y = at::full({1}, 4.0F).requires_grad_();
  const auto compute_gradients = [&] {
    x.mutable_grad().reset();
    y.mutable_grad().reset();
    (x * x + y * y).sum().backward();
  };
  compute_gradients();
  sharpen_gradients({x, y}, compute_gradients, 1.0);
  EXPECT_FLOAT_EQ(x.grad().item<float>(), 7.2F);
  EXPECT_FLOAT_EQ(y.grad().item<float>(), 9.6F);
  EXPECT_EQ(x.item<float>(), 3.0F);
  EXPECT_EQ(y.item<float>(), 4.0F);
}

TEST(SharpenGradients, LeavesAFlatPointAlone) {
  const at::Tensor x = at::zeros({1}).requires_grad_();
  const auto compute_gradients = [&] {
    x.mutable_grad().reset();
    (x * x).sum().backward();
  };
  compute_gradients();
  sharpen_gradients({x}, compute_gradients, 0.05);
  EXPECT_EQ(x.grad().item<float>(), 0.0F);
}

/// References and positives one bin apart.
SampleBatch neighbours() {
  const auto bins = [](std::vector<std::int64_t> list) { return at::tensor(list, at::kLong); };
  return {{at::arange(10, at::kFloat).view({10, 1})}, {{bins({1, 2}), bins({2, 3}), bins({4, 2})}}};
}

TEST(SharpnessAwareSolver, ClimbsInTheCriterionsParametersToo) {
  const auto criterion =
      create_criterions(toy::registry(), {{{1, 2}, ComponentChoice{"Scaled"}}}, "contrastive");
  auto solver = toy::solver_for(criterion, {{.sam = SamConfig{0.5}}, {}});
  solver.step(neighbours());
  // f = s w^2 with gradient (2 s w, w^2) = (2, 1) at w = s = 1: climbs to w + 1 / sqrt 5 and
  // s + 0.5 / sqrt 5, and takes a tenth of the gradient there.
  const double w = 1 + 1 / std::sqrt(5), s = 1 + 0.5 / std::sqrt(5);
  EXPECT_NEAR(solver.model().parameters()[0][1].item<double>(), 1 - 0.1 * 2 * s * w, 1e-6);
  EXPECT_NEAR(criterion->state()[0].tensor.item<double>(), 1 - 0.1 * w * w, 1e-6);
}

/// Writes down what it draws, and is zero.
class DrawnProjections : public Regularizer {
 public:
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, Random& random) const override {
    drawn.push_back(random());
    return 0 * output.sum();
  }

  mutable std::vector<std::uint64_t> drawn;
};

TEST(SharpnessAwareSolver, DrawsTheSameProjectionsForBothGradients) {
  const auto regularizer = std::make_shared<DrawnProjections>();
  const auto criterion =
      create_criterions(toy::registry(), {{{0, 2}, ComponentChoice{"Spread"}}}, "contrastive");
  Solver::Options options;
  options.sam = SamConfig();
  options.regularizer = regularizer;
  auto solver = toy::solver_for(criterion, options);
  for (int step = 0; step < 2; ++step) solver.step(neighbours(), {}, std::vector<double>{1.0});
  ASSERT_EQ(regularizer->drawn.size(), 4U);
  EXPECT_EQ(regularizer->drawn[0], regularizer->drawn[1]);
  EXPECT_EQ(regularizer->drawn[2], regularizer->drawn[3]);
  EXPECT_NE(regularizer->drawn[0], regularizer->drawn[2]);
}

}  // namespace
}  // namespace facet
