#include "framework/drawing/colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace facet {

namespace {

std::uint8_t to_byte(double part) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
}

/// The curve of sRGB (IEC 61966-2-1), of linear light.
double encoded(double light) {
  const double shown = std::clamp(light, 0.0, 1.0);
  return shown <= 0.0031308 ? 12.92 * shown : 1.055 * std::pow(shown, 1 / 2.4) - 0.055;
}

double cubed(double x) {
  return x * x * x;
}

constexpr std::array<std::uint32_t, class_colours> classes = {
    0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9,   // Okabe and Ito
    0x0b3e6f, 0x5c2f20, 0x57e299, 0x735b6b, 0x7c4c02, 0xa5d9f9};  // in their order

}  // namespace

std::string to_hex(const Colour& colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", to_byte(colour.red), to_byte(colour.green),
                to_byte(colour.blue));
  return text;
}

std::array<std::uint8_t, 4> pixel_of(const Colour& colour, double opacity) {
  return {to_byte(colour.red), to_byte(colour.green), to_byte(colour.blue), to_byte(opacity)};
}

Colour perceived_colour(double lightness, double chroma, double hue) {
  const double angle = 2 * std::numbers::pi * hue;
  const double a = chroma * std::cos(angle), b = chroma * std::sin(angle);
  const double l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const double m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const double s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b);
  return {encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
          encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
          encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

Colour class_colour(std::size_t number) {
  const std::uint32_t bytes = classes[number % classes.size()];
  return {(bytes >> 16) / 255., (bytes >> 8 & 255) / 255., (bytes & 255) / 255.};
}

Colour ramp_colour(double t) {
  const double part = std::clamp(t, 0.0, 1.0);
  constexpr double blue = 0.76, yellow = 0.29;  // hues, by way of green
  return perceived_colour(0.28 + 0.62 * part, 0.11 + 0.03 * part, blue + (yellow - blue) * part);
}

Colour circle_colour(double turns) {
  return perceived_colour(0.68, 0.15, turns - std::floor(turns));
}

}  // namespace facet
