#include "framework/charts/colour_bar.h"

#include <algorithm>

namespace facet {

namespace {

constexpr double bar_width = 110;
constexpr double digit_size = 6;

void draw_bar(Drawing& drawing, Point corner, Colour (*colour)(double part)) {
  constexpr int steps = 64;
  Image bar{{corner.x, corner.y - 6}, bar_width, 6, steps, 1};
  for (int i = 0; i < steps; ++i)
    for (const std::uint8_t byte : pixel_of(colour(i / (steps - 1.0)))) bar.pixels.push_back(byte);
  drawing.shapes.emplace_back(std::move(bar));
}

}  // namespace

double draw_number_bar(Drawing& drawing, Point corner, const std::string& name,
                       const Extent& numbers, Colour (*colour)(double part)) {
  const double left = draw_name(drawing, corner, name, true) + 8;
  double right = left + bar_width;
  for (const Tick& tick : ticks_along(numbers, bar_width, digit_size)) {
    const double x = left + (tick.at - numbers.low) / numbers.size() * bar_width;
    drawing.shapes.emplace_back(Text{{x, corner.y + 7}, tick.text, digit_size, Anchor::middle});
    right = std::max(right, x + text_width(tick.text, digit_size) / 2);
  }
  draw_bar(drawing, {left, corner.y}, colour);
  drawing.width = std::max(drawing.width, right + 10);
  return right;
}

double draw_order_bar(Drawing& drawing, Point corner, const std::string& name,
                      const std::string& first, const std::string& last) {
  const double named = draw_name(drawing, corner, name, true) + 8;
  const double left = draw_name(drawing, {named, corner.y}, first) + 4;
  draw_bar(drawing, {left, corner.y}, ramp_colour);
  return draw_name(drawing, {left + bar_width + 4, corner.y}, last);
}

}  // namespace facet
