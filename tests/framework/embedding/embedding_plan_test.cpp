#include "framework/embedding/embedding_plan.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/toy_components.h"

namespace facet {
namespace {

at::Tensor bins(const std::vector<std::int64_t>& list) {
  return at::tensor(list, at::kLong);
}

std::shared_ptr<toy::SumModel> model_with_context(std::int64_t context) {
  return std::make_shared<toy::SumModel>(toy::SumModel::Options{1, context}, Model::Arguments{1});
}

/// Bin t holds 2^t, so a sum tells which bins were in it.
at::Tensor powers_of_two(std::int64_t num_bins) {
  return at::pow(2.0, at::arange(num_bins, at::kFloat)).view({num_bins, 1});
}

TEST(PlanEmbedding, EncodesEveryBinOnce) {
  const auto model = model_with_context(0);
  const EmbeddingPlan plan = plan_embedding({bins({7, 3}), bins({3, 9, 7})}, 20, *model);
  EXPECT_FALSE(plan.dense);
  EXPECT_TRUE(plan.bins.equal(bins({3, 7, 9})));
  EXPECT_TRUE(plan.rows[0].equal(bins({1, 0})));
  EXPECT_TRUE(plan.rows[1].equal(bins({0, 2, 1})));
}

TEST(PlanEmbedding, PassesOnceOverTheBinsWhereThatIsLessWork) {
  const auto model = model_with_context(9);
  EXPECT_TRUE(plan_embedding({bins({10, 12, 14, 16})}, 100, *model).dense);
  EXPECT_FALSE(plan_embedding({bins({10, 90})}, 100, *model).dense);
}

TEST(PlanEmbedding, MovesBinsNearTheEndsInwards) {
  const auto model = model_with_context(2);
  const EmbeddingPlan plan = plan_embedding({bins({0, 50, 99})}, 100, *model);
  EXPECT_TRUE(plan.bins.equal(bins({2, 50, 99})));
}

SingleRank alone;

TEST(Embed, IsTheSameDenseAndWindowByWindow) {
  const auto model = model_with_context(2);
  const at::Tensor signals = powers_of_two(20);
  const std::vector<at::Tensor> lists = {bins({5, 3}), bins({4, 3, 6})};
  EmbeddingPlan plan = plan_embedding(lists, 20, *model);
  ASSERT_TRUE(plan.dense);
  const std::vector<at::Tensor> dense = embed(*model, signals, plan, alone);
  // 2^3 + 2^4 + 2^5 and 2^1 + 2^2 + 2^3
  EXPECT_TRUE(dense[0].equal(at::tensor({56.0F, 14.0F}).view({2, 1})));
  EXPECT_TRUE(dense[1].equal(at::tensor({28.0F, 14.0F, 112.0F}).view({3, 1})));

  const std::vector<at::Tensor> far = {bins({5, 19})};
  plan = plan_embedding(far, 20, *model);
  ASSERT_FALSE(plan.dense);
  EXPECT_TRUE(
      embed(*model, signals, plan, alone)[0].equal(at::tensor({56.0F, 917504.0F}).view({2, 1})));
}

/// In each of the lists the bin that a row is of.
std::vector<at::Tensor> bins_of(const EmbeddingPlan& plan) {
  std::vector<at::Tensor> lists;
  for (const at::Tensor& rows : plan.rows)
    lists.push_back(plan.dense ? rows + plan.first : plan.bins.index_select(0, rows));
  return lists;
}

TEST(InFewShapes, AreTheSameBinsAmongMore) {
  const auto model = model_with_context(2);
  const at::Tensor far = bins({5, 903, 400});
  for (const EmbeddingPlan& plan : {plan_embedding({at::arange(700, 900)}, 1000, *model),
                                    plan_embedding({at::arange(800, 1000)}, 1000, *model)}) {
    ASSERT_TRUE(plan.dense);
    const EmbeddingPlan more = in_few_shapes(plan, 1000, *model);
    EXPECT_EQ(more.count, 256);
    EXPECT_GE(more.first, 2);
    EXPECT_LE(more.first + more.count, 1000);
    EXPECT_TRUE(bins_of(more)[0].equal(bins_of(plan)[0]));
  }
  const EmbeddingPlan windows = plan_embedding({far}, 1000, *model);
  ASSERT_FALSE(windows.dense);
  EXPECT_EQ(in_few_shapes(windows, 1000, *model).bins.size(0), 256);
  EXPECT_TRUE(bins_of(in_few_shapes(windows, 1000, *model))[0].equal(far));
}

TEST(InFewShapes, AreAllBinsOfAShortRecording) {
  const auto model = model_with_context(2);
  const EmbeddingPlan plan = in_few_shapes(plan_embedding({bins({5, 7})}, 20, *model), 20, *model);
  EXPECT_EQ(plan.first, 2);
  EXPECT_EQ(plan.count, 18);
  EXPECT_TRUE(plan.rows[0].equal(bins({3, 5})));
}

TEST(InFewShapes, EmbedTheSame) {
  const auto model = model_with_context(2);
  const at::Tensor signals = powers_of_two(20);
  for (const auto& lists : {std::vector{bins({5, 3})}, std::vector{bins({5, 19})}}) {
    const EmbeddingPlan plan = plan_embedding(lists, 20, *model);
    EXPECT_TRUE(embed(*model, signals, in_few_shapes(plan, 20, *model), alone)[0].equal(
        embed(*model, signals, plan, alone)[0]));
  }
}

TEST(Embed, LetsGradientsOfSharedBinsAddUp) {
  const auto model = model_with_context(0);
  const at::Tensor signals = powers_of_two(8);
  const auto lists =
      embed(*model, signals, plan_embedding({bins({1, 1}), bins({1, 2})}, 8, *model), alone);
  (lists[0].sum() + lists[1].sum()).backward();
  EXPECT_FLOAT_EQ(model->weight.grad().item<float>(), 3 * 2.0F + 4.0F);
}

}  // namespace
}  // namespace facet
