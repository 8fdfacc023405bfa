#include "framework/judging/judge_embedding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gtest/gtest.h>

namespace facet {
namespace {

const Split last_four = {{{0, 6}}, {{6, 10}}};

TEST(RowsToJudge, AreThoseThatWereHeldOut) {
  const auto rows = rows_to_judge(10, last_four, {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].fit.equal(at::arange(0, 6)));
  EXPECT_TRUE(rows[0].judge.equal(at::arange(6, 10)));
}

TEST(RowsToJudge, AreThoseThatWereFittedOnWhereNothingWasHeldOut) {
  const auto rows = rows_to_judge(10, {{{0, 6}}, {}}, {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].judge.equal(at::arange(0, 6)));
}

TEST(RowsToJudge, ByFoldsAreAllInBlocksAndGapsBesideThem) {
  const auto rows = rows_to_judge(10, last_four, {2, 1});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[0].judge.equal(at::arange(0, 5)));
  EXPECT_TRUE(rows[0].fit.equal(at::arange(6, 10)));
}

// The label is the second column, and has nothing to do with the first.
TEST(JudgeEmbedding, SaysWhichFacetHoldsALabel) {
  const at::Tensor hidden = at::arange(10, at::kDouble);
  const at::Tensor alternating = hidden.remainder(2) - 0.5;
  const at::Tensor embedding = at::stack({alternating, hidden}, 1);
  const Labels labels(10, {{"hidden", LabelKind::continuous, hidden.unsqueeze(1)}});
  const Figures figures = judge_embedding(embedding, labels, last_four, {{0, 1}, {1, 2}});
  EXPECT_NEAR(find_value(figures, "1:2 hidden linear r2").value(), 1, 1e-9);
  EXPECT_LT(find_value(figures, "0:1 hidden linear r2").value(), 0.1);
}

}  // namespace
}  // namespace facet
