#include <gtest/gtest.h>

#include "facet/stochastic.h"
#include "framework/embedding/embedding_plan.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

/// A SumModel that writes down what it draws in each pass, and is not changed by it.
class DrawingModel : public toy::SumModel, public Stochastic {
 public:
  explicit DrawingModel(std::int64_t context = 0) : SumModel({2, context}, {1}) {}
  void draw_from(const Random& random) override { random_ = random; }
  at::Tensor forward(const at::Tensor& windows) override {
    drawn.push_back(random_());
    return SumModel::forward(windows);
  }

  std::vector<std::uint64_t> drawn;

 private:
  Random random_{0};
};

/// What is drawn in two steps.
std::vector<std::uint64_t> drawn_with(Solver::Options options) {
  const auto criterion =
      create_criterions(toy::registry(), {{{0, 2}, ComponentChoice{"Spread"}}}, "contrastive");
  const auto model = std::make_shared<DrawingModel>();
  const auto optimizer =
      toy::registry().create<Optimizer>({"Descent"}, {trained_parameters(*model, *criterion)});
  Solver solver(model, criterion, optimizer, options);
  const auto bins = [](std::vector<std::int64_t> list) { return at::tensor(list, at::kLong); };
  const SampleBatch batch{{at::arange(10, at::kFloat).view({10, 1})},
                          {{bins({1, 2}), bins({2, 3}), bins({4, 2})}}};
  solver.step(batch);
  solver.step(batch);
  return model->drawn;
}

TEST(StochasticModel, DrawsAsSeedAndStepSay) {
  const auto drawn = drawn_with({{}, {.seed = 3}});
  ASSERT_EQ(drawn.size(), 2U);
  EXPECT_NE(drawn[0], drawn[1]);
  EXPECT_EQ(drawn_with({{}, {.seed = 3}}), drawn);
  EXPECT_NE(drawn_with({{}, {.seed = 4}}), drawn);
}

TEST(StochasticModel, DrawsTheSameForBothGradientsOfSharpnessAwareMinimization) {
  const auto drawn = drawn_with({{.sam = SamConfig()}, {.seed = 3}});
  ASSERT_EQ(drawn.size(), 4U);
  EXPECT_EQ(drawn[0], drawn[1]);
  EXPECT_EQ(drawn[2], drawn[3]);
}

TEST(StochasticModel, IsEncodedWindowByWindowWhileItTrains) {
  DrawingModel model(9);
  const std::vector<at::Tensor> near = {at::arange(10, 18, at::kLong)};
  EXPECT_FALSE(plan_embedding(near, 100, model).dense);
  model.eval();
  EXPECT_TRUE(plan_embedding(near, 100, model).dense);
}

}  // namespace
}  // namespace facet
