#include "framework/training/history.h"

#include <gmock/gmock.h>

#include <cmath>

#include "facet/error.h"

namespace facet {
namespace {

TEST(History, KeepsAColumnForEveryQuantity) {
  History history;
  history.append({1, 2, {{"total", 0.5}, {"a", 1}}});
  history.append({2, 2, {{"total", 0.25}, {"a", 2}}});
  EXPECT_THAT(history.steps(), testing::ElementsAre(1, 2));
  EXPECT_THAT(history.names(), testing::ElementsAre("total", "a"));
  EXPECT_THAT(history.column("total"), testing::ElementsAre(0.5, 0.25));
}

TEST(History, HoldsNaNWhereAStepDidNotReportAColumn) {
  History history;
  history.append({1, 3, {{"total", 1}}});
  history.append({2, 3, {{"total", 2}, {"late", 7}}});
  history.append({3, 3, {{"total", 3}}});
  EXPECT_TRUE(std::isnan(history.column("late")[0]));
  EXPECT_EQ(history.column("late")[1], 7);
  EXPECT_TRUE(std::isnan(history.column("late")[2]));
  EXPECT_EQ(history.to_csv(), "step,total,late\n1,1,\n2,2,7\n3,3,\n");
}

TEST(History, WritesNumbersThatReadBackTheSame) {
  History history;
  history.append({1, 1, {{"total", 0.1 + 0.2}}});
  EXPECT_EQ(history.to_csv(), "step,total\n1,0.30000000000000004\n");
}

TEST(History, ListsItsColumnsWhenOneIsNotThere) {
  History history;
  history.append({1, 1, {{"total", 1}, {"a", 1}}});
  try {
    history.column("b");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "the history has no column 'b'; it has: total, a");
  }
}

TEST(History, IsTheSameAfterItsStateIsLoaded) {
  History history;
  history.append({1, 3, {{"total", 1.0 / 3}}});
  history.append({2, 3, {{"total", 0.1}, {"weight", 1e-300}}});
  EXPECT_EQ(History::load(history.state()).to_csv(), history.to_csv());
  EXPECT_EQ(History::load(History().state()).size(), 0U);
}

}  // namespace
}  // namespace facet
