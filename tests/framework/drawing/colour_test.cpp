#include "framework/drawing/colour.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet {
namespace {

/// Linear light of a part of sRGB.
double light_of(double part) {
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

/// Relative luminance (WCAG 2): what remains where colours are printed in grey.
double luminance(const Colour& colour) {
  return 0.2126 * light_of(colour.red) + 0.7152 * light_of(colour.green) +
         0.0722 * light_of(colour.blue);
}

TEST(Colours, OfClassesAreThoseOfOkabeAndIto) {
  EXPECT_EQ(to_hex(class_colour(0)), "#0072b2");
  EXPECT_EQ(to_hex(class_colour(1)), "#d55e00");
  EXPECT_EQ(to_hex(class_colour(5)), "#56b4e9");
  EXPECT_EQ(to_hex(class_colour(12)), "#0072b2");
}

/// What is seen of a colour where the cones of red or green light are missing: linear light by the
/// matrices of Machado, Oliveira and Fernandes (2009), of severity 1.
struct Vision {
  double matrix[3][3];
};
constexpr Vision all_seen = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Vision no_red = {{{0.152286, 1.052583, -0.204868},
                            {0.114503, 0.786281, 0.099216},
                            {-0.003882, -0.048116, 1.051998}}};
constexpr Vision no_green = {{{0.367322, 0.860646, -0.227968},
                              {0.280085, 0.672501, 0.047413},
                              {-0.011820, 0.042940, 0.968881}}};

/// The place of a colour in OKLab (Ottosson), as it is seen.
std::array<double, 3> seen_place(const Vision& vision, const Colour& colour) {
  const auto times = [](const double(&matrix)[3][3], const std::array<double, 3>& in) {
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
      out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
    return out;
  };
  constexpr double cones[3][3] = {{0.4122214708, 0.5363325363, 0.0514459929},
                                  {0.2119034982, 0.6806995451, 0.1073969566},
                                  {0.0883024619, 0.2817188376, 0.6299787005}};
  constexpr double lab[3][3] = {{0.2104542553, 0.7936177850, -0.0040720468},
                                {1.9779984951, -2.4285922050, 0.4505937099},
                                {0.0259040371, 0.7827717662, -0.8086757660}};
  std::array<double, 3> light =
      times(vision.matrix, {light_of(colour.red), light_of(colour.green), light_of(colour.blue)});
  for (double& part : light) part = std::clamp(part, 0.0, 1.0);
  std::array<double, 3> felt = times(cones, light);
  for (double& part : felt) part = std::cbrt(part);
  return times(lab, felt);
}

/// Between the two of the first `count` colours that are most alike.
double least_distance(const Vision& vision, std::size_t count) {
  double least = 9;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto a = seen_place(vision, class_colour(i)), b = seen_place(vision, class_colour(j));
      least = std::min(least, std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
    }
  return least;
}

// The distances were computed by numpy.
TEST(Colours, OfTwelveClassesAreToldApartAsWellAsThoseOfOkabeAndIto) {
  EXPECT_NEAR(least_distance(no_green, 6), 0.0761, 1e-4);
  for (const Vision& vision : {all_seen, no_red, no_green})
    EXPECT_GE(least_distance(vision, class_colours), 0.0760);
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
