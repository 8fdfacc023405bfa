#include "framework/metrics/goodness_of_fit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace facet {
namespace {

TEST(GoodnessOfFit, IsInBitsAboveChance) {
  EXPECT_DOUBLE_EQ(goodness_of_fit(std::log(512), 512), 0);
  EXPECT_DOUBLE_EQ(goodness_of_fit(0, 512), 9);
  EXPECT_NEAR(goodness_of_fit(5.0, 64 * 3), 0.3714872962763391, 1e-12);  // numpy
}

}  // namespace
}  // namespace facet
