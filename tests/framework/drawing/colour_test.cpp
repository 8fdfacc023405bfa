#include "framework/drawing/colour.h"

#include <gtest/gtest.h>

#include <cmath>

namespace facet {
namespace {

/// Relative luminance (WCAG 2): what remains where colours are printed in grey.
double luminance(const Colour& colour) {
  const auto light = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * light(colour.red) + 0.7152 * light(colour.green) + 0.0722 * light(colour.blue);
}

TEST(Colours, OfClassesAreThoseOfOkabeAndIto) {
  EXPECT_EQ(to_hex(class_colour(0)), "#0072b2");
  EXPECT_EQ(to_hex(class_colour(1)), "#d55e00");
  EXPECT_EQ(to_hex(class_colour(6)), "#0072b2");
}

TEST(Colours, OfNoChromaAreGrey) {
  EXPECT_EQ(to_hex(perceived_colour(0, 0, 0)), "#000000");
  EXPECT_EQ(to_hex(perceived_colour(1, 0, 0)), "#ffffff");
}

// Red of sRGB in OKLab: L 0.6280, C 0.2577, h 29.23 degrees (Ottosson).
TEST(Colours, ArePerceivedAsOttossonSays) {
  EXPECT_EQ(to_hex(perceived_colour(0.62796, 0.25768, 29.234 / 360)), "#ff0000");
}

TEST(Colours, OfARampGrowLighterAllTheWay) {
  double before = -1;
  for (int i = 0; i <= 100; ++i) {
    const double now = luminance(ramp_colour(i / 100.0));
    EXPECT_GT(now, before) << i;
    before = now;
  }
  EXPECT_EQ(ramp_colour(-3), ramp_colour(0));
}

}  // namespace
}  // namespace facet
