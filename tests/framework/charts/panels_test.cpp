#include "framework/charts/panels.h"

#include <gtest/gtest.h>

namespace facet {
namespace {

TEST(Panels, StandRowByRow) {
  const Panels panels(4, 3, 100, 80);
  EXPECT_EQ(panels.box(1).left - panels.box(0).left, 150);
  EXPECT_EQ(panels.box(3).left, panels.box(0).left);
  EXPECT_EQ(panels.bottom(), 2 * (80 + 18 + 26));
}

TEST(Panels, MayBeNone) {
  const Panels panels(0, 3, 100, 80);
  EXPECT_EQ(panels.bottom(), 0);
  EXPECT_EQ(panels.drawing(20).height, 20);
}

}  // namespace
}  // namespace facet
