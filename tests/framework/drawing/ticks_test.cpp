#include "framework/drawing/ticks.h"

#include <gmock/gmock.h>

#include <limits>

namespace facet {
namespace {

using ::testing::ElementsAre;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> texts(double low, double high) {
  std::vector<std::string> found;
  for (const Tick& tick : ticks_in({low, high})) found.push_back(tick.text);
  return found;
}

TEST(Ticks, AreRoundNumbersWithin) {
  EXPECT_THAT(texts(0, 500), ElementsAre("0", "100", "200", "300", "400", "500"));
  EXPECT_THAT(texts(4.7, 5.55), ElementsAre("4.8", "5.0", "5.2", "5.4"));
  EXPECT_THAT(texts(-0.31, 0.28), ElementsAre("-0.2", "0.0", "0.2"));
  EXPECT_THAT(texts(0, 0.0172), ElementsAre("0.000", "0.005", "0.010", "0.015"));
}

TEST(Ticks, OfVeryLargeAndVerySmallNumbersHaveAPowerOfTen) {
  EXPECT_THAT(texts(0, 2e9), ElementsAre("0", "5e+08", "1e+09", "1.5e+09", "2e+09"));
  EXPECT_THAT(texts(0, 4e-7), ElementsAre("0", "1e-07", "2e-07", "3e-07", "4e-07"));
}

TEST(Ticks, OfLargeNumbersCloseTogetherHaveAllDigits) {
  EXPECT_THAT(texts(1.7e9, 1.7e9 + 75),
              ElementsAre("1700000000", "1700000020", "1700000040", "1700000060"));
  EXPECT_THAT(texts(0, 1e6), ElementsAre("0", "200000", "400000", "600000", "800000", "1000000"));
}

TEST(Ticks, AreTwoAtLeast) {
  EXPECT_THAT(texts(1, 9), ElementsAre("2", "4", "6", "8"));
  std::vector<std::string> of_four;  // at most, as on the left of a panel: 5 alone without it
  for (const Tick& tick : ticks_in({0.6, 9.4}, 4)) of_four.push_back(tick.text);
  EXPECT_THAT(of_four, ElementsAre("2", "4", "6", "8"));
  for (double low = 0; low < 1; low += 0.013)
    for (double size = 0.01; size < 200; size *= 1.07)
      for (const std::size_t most : {1, 4, 5})
        EXPECT_GE(ticks_in({low, low + size}, most).size(), 2U) << low << ' ' << size;
}

// A letter of size 6 is about 3.6 points wide: ten of them and the gap need 39.
TEST(Ticks, DoNotOverlapAlongALine) {
  std::vector<std::string> found;
  for (const Tick& tick : ticks_along({1.7e9, 1.7e9 + 75}, 110, 6)) found.push_back(tick.text);
  EXPECT_THAT(found, ElementsAre("1700000000", "1700000050"));
  EXPECT_EQ(ticks_along({1.7e9, 1.7e9 + 75}, 400, 6).size(), 4U);
  EXPECT_EQ(ticks_along({1.7e9, 1.7e9 + 75}, 30, 6).size(), 1U);
}

TEST(Extents, GoFromTheSmallestToTheLargestFiniteNumber) {
  const Extent extent = extent_of({3, unknown, -1, std::numeric_limits<double>::infinity()});
  EXPECT_EQ(extent.low, -1);
  EXPECT_EQ(extent.high, 3);
  const Extent wider = extent_of({0, 10}, 0.1);
  EXPECT_EQ(wider.low, -1);
  EXPECT_EQ(wider.high, 11);
}

TEST(Extents, HaveASizeAlsoWhereAllIsTheSame) {
  EXPECT_DOUBLE_EQ(extent_of({5, 5}).low, 4.5);
  EXPECT_DOUBLE_EQ(extent_of({5, 5}).high, 5.5);
  EXPECT_EQ(extent_of({0}).size(), 1);
  EXPECT_EQ(extent_of({unknown}).size(), 1);
}

}  // namespace
}  // namespace facet
