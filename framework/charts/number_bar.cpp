#include "framework/charts/number_bar.h"

namespace facet {

void draw_number_bar(Drawing& drawing, Point corner, const std::string& name, const Extent& numbers,
                     Colour (*colour)(double part)) {
  constexpr int steps = 64;
  drawing.shapes.emplace_back(Text{corner, name, 7, Anchor::start, false, true});
  Image bar{{corner.x + text_width(name, 7) + 8, corner.y - 6}, 110, 6, steps, 1};
  for (int i = 0; i < steps; ++i)
    for (const std::uint8_t byte : pixel_of(colour(i / (steps - 1.0)))) bar.pixels.push_back(byte);
  for (const Tick& tick : ticks_in(numbers)) {
    const double x = bar.corner.x + (tick.at - numbers.low) / numbers.size() * bar.width;
    drawing.shapes.emplace_back(Text{{x, corner.y + 7}, tick.text, 6, Anchor::middle});
  }
  drawing.shapes.emplace_back(std::move(bar));
}

}  // namespace facet
