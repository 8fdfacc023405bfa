#include "framework/metrics/blocks.h"

#include <gmock/gmock.h>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

TEST(BlockedFolds, LeaveOutEachContiguousBlockInTurn) {
  const auto folds = blocked_folds(7, 3);  // as scikit-learn's KFold(3): 3, 2 and 2
  ASSERT_EQ(folds.size(), 3U);
  EXPECT_TRUE(folds[0].judge.equal(classes({0, 1, 2})));
  EXPECT_TRUE(folds[0].fit.equal(classes({3, 4, 5, 6})));
  EXPECT_TRUE(folds[1].judge.equal(classes({3, 4})));
  EXPECT_TRUE(folds[1].fit.equal(classes({0, 1, 2, 5, 6})));
  EXPECT_TRUE(folds[2].judge.equal(classes({5, 6})));
}

TEST(BlockedFolds, FitNothingWithinTheGap) {
  const auto folds = blocked_folds(9, 3, 2);
  EXPECT_TRUE(folds[0].fit.equal(classes({5, 6, 7, 8})));
  EXPECT_TRUE(folds[1].fit.equal(classes({0, 8})));
  EXPECT_TRUE(folds[2].fit.equal(classes({0, 1, 2, 3})));
}

TEST(BlockedFolds, AreNotMoreThanThereArePositions) {
  EXPECT_EQ(blocked_folds(2, 5).size(), 2U);
  EXPECT_TRUE(blocked_folds(0, 5).empty());
}

TEST(LastFifth, IsJudged) {
  EXPECT_TRUE(last_fifth(11).fit.equal(range(0, 9)));
  EXPECT_TRUE(last_fifth(11).judge.equal(classes({9, 10})));
  EXPECT_TRUE(last_fifth(3).judge.equal(classes({2})));
}

}  // namespace
}  // namespace facet
