#include <gmock/gmock.h>

#include "framework/cebra/loss_config.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

at::Tensor column(const std::vector<float>& values) {
  return at::tensor(values).view({-1, 1});
}

std::string mistakes(const std::vector<LossConfig>& losses,
                     const std::optional<std::string>& mode) {
  try {
    create_criterions(toy::registry(), losses, mode);
  } catch (const OptionsError& error) {
    return error.what();
  }
  return "none";
}

TEST(MultiCriterions, GivesOneLossForEachCriterion) {
  const auto criterion = create_criterions(
      toy::registry(),
      {{{0, 1}, ComponentChoice{"Spread"}}, {{1, 2}, ComponentChoice{"Spread", {{"scale", 3.0}}}}},
      "contrastive");
  const Batch batch{column({0, 0}), column({1, 1}), column({2, 2})};
  const auto losses = criterion->forward({batch, batch});
  ASSERT_EQ(losses.size(), 2u);
  EXPECT_FLOAT_EQ(losses[0].item<float>(), 1 - 4);
  EXPECT_FLOAT_EQ(losses[1].item<float>(), 3 - 4);
}

TEST(LossConfig, ChoosesTheLossOfTheMode) {
  const std::vector<LossConfig> losses = {
      {{0, 1}, ComponentChoice{"Spread"}, ComponentChoice{"Squares"}}};
  const auto supervised = create_criterions(toy::registry(), losses, "supervised");
  EXPECT_FALSE(supervised->is_contrastive(0));
  const auto loss = supervised->forward({{column({1, 3}), {}, {}, {column({1, 0}), {}}}});
  EXPECT_FLOAT_EQ(loss[0].item<float>(), 4.5F);
  EXPECT_TRUE(create_criterions(toy::registry(), losses, "contrastive")->is_contrastive(0));
}

TEST(LossConfig, MayMixBothKindsWhenNoModeIsSaid) {
  const auto mixed = create_criterions(
      toy::registry(),
      {{{0, 1}, ComponentChoice{"Spread"}}, {{1, 2}, std::nullopt, ComponentChoice{"Squares"}}},
      std::nullopt);
  EXPECT_TRUE(mixed->is_contrastive(0));
  EXPECT_FALSE(mixed->is_contrastive(1));
}

TEST(MultiCriterions, MayShareOneCriterionAndItsState) {
  const auto scaled = std::make_shared<toy::Scaled>();
  MultiCriterions shared({{{0, 1}, scaled}, {{0, 2}, scaled}});
  ASSERT_EQ(shared.state().size(), 1U);
  EXPECT_EQ(shared.state()[0].name, "criterions.0.scale");
  shared.state()[0].tensor.set_data(at::full({}, 5.0F));
  const Batch batch{column({0, 0}), column({1, 1}), column({2, 2})};
  for (const at::Tensor& loss : shared.forward({batch, batch})) EXPECT_EQ(loss.item<float>(), 5);
  const MultiCriterions own({{{0, 1}, scaled}, {{0, 2}, std::make_shared<toy::Scaled>()}});
  EXPECT_EQ(own.state()[1].name, "criterions.1.scale");
}

TEST(LossConfig, ReportsAllMistakesAtOnce) {
  EXPECT_EQ(mistakes({{{0, 1}, ComponentChoice{"Spread", {{"scale", -1.0}}}},
                      {{1, 2}, std::nullopt, ComponentChoice{"Squares"}},
                      {{2, 3}, ComponentChoice{"Squares"}}},
                     "contrastive"),
            "losses[0].contrastive_loss.scale must be > 0, got -1.0\n"
            "losses[1].contrastive_loss is missing\n"
            "losses[2].contrastive_loss must be a contrastive criterion, 'Squares' is not");
  EXPECT_EQ(mistakes({}, "contrastive"), "losses must have at least one loss");
  EXPECT_EQ(mistakes({{{0, 1}, ComponentChoice{"Spread"}}}, "other"),
            "mode must be one of 'contrastive', 'supervised', got 'other'");
  EXPECT_EQ(mistakes({{{0, 1}, ComponentChoice{"Spread"}, ComponentChoice{"Squares"}}}, {}),
            "losses[0] has a contrastive and a supervised loss: say which by the mode");
}

TEST(MultiCriterions, WantsAPredictionForEachCriterion) {
  MultiCriterions criterion({{{0, 1}, std::make_shared<toy::Scaled>()}});
  EXPECT_THROW(criterion.forward({}), Error);
  EXPECT_THROW(MultiCriterions({}), Error);
}

}  // namespace
}  // namespace facet
