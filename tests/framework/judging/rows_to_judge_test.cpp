#include "framework/judging/rows_to_judge.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

const Split last_four = {{{0, 6}}, {{6, 10}}};

TEST(RowsToJudge, AreThoseThatWereHeldOut) {
  const auto rows = rows_to_judge({0, 10}, last_four, {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].fit.equal(at::arange(0, 6)));
  EXPECT_TRUE(rows[0].judge.equal(at::arange(6, 10)));
}

TEST(RowsToJudge, AreThoseThatWereFittedOnWhereNothingWasHeldOut) {
  const auto rows = rows_to_judge({0, 10}, {{{0, 6}}, {}}, {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].judge.equal(at::arange(0, 6)));
}

TEST(RowsToJudge, ByFoldsAreAllInBlocksAndGapsBesideThem) {
  const auto rows = rows_to_judge({0, 10}, last_four, {2, 1});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[0].judge.equal(at::arange(0, 5)));
  EXPECT_TRUE(rows[0].fit.equal(at::arange(6, 10)));
}

TEST(RowsToJudge, ByFoldsAreAtLeastTwoInEach) {
  EXPECT_EQ(rows_to_judge({20, 30}, last_four, {5, 0}).size(), 5U);
  EXPECT_EQ(message_of([] {
              rows_to_judge({20, 30}, last_four, {6, 0});
            }),
            "folds are 6, but of 10 bins there can be at most 5: each judges two bins or more");
}

TEST(RowsToJudge, ByFoldsMayBeThoseOfOneSession) {
  const auto rows = rows_to_judge({20, 30}, last_four, {2, 1});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[1].judge.equal(at::arange(25, 30)));
  EXPECT_TRUE(rows[1].fit.equal(at::arange(20, 24)));
}

}  // namespace
}  // namespace facet
