#include "framework/drawing/period.h"

#include <gtest/gtest.h>

#include <limits>

namespace facet {
namespace {

constexpr double pi = 3.14159265358979;

TEST(Period, OfAnglesThatGoOnceAround) {
  EXPECT_NEAR(period_of({0.01, 6.28}).value(), 2 * pi, 1e-12);
  EXPECT_NEAR(period_of({-3.1, 3.13}).value(), 2 * pi, 1e-12);
  EXPECT_EQ(period_of({0, 359}), 360);
  EXPECT_EQ(period_of({-179.5, 180}), 360);
}

TEST(Period, OtherNumbersHaveNone) {
  EXPECT_FALSE(period_of({0, 1}));
  EXPECT_FALSE(period_of({0, 5})) << "not once around";
  EXPECT_FALSE(period_of({0, 6.4})) << "more than once around";
  EXPECT_FALSE(period_of({40, 46})) << "begins elsewhere";
  EXPECT_FALSE(period_of({0, 400}));
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(period_of({unknown, unknown}));
}

}  // namespace
}  // namespace facet
