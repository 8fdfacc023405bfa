#include "framework/charts/attribution_chart.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cmath>

#include "framework/charts/colour_bar.h"
#include "framework/charts/panels.h"

namespace facet {

namespace {

Image heat_map(const at::Tensor& map, const std::vector<double>& values, const Extent& extent,
               const Box& box) {
  Image image{{box.left, box.top}, box.width, box.height, map.size(1), map.size(0)};
  for (const double value : values) {
    const Colour colour = ramp_colour((value - extent.low) / extent.size());
    for (const std::uint8_t byte : pixel_of(colour, std::isfinite(value) ? 1 : 0))
      image.pixels.push_back(byte);
  }
  return image;
}

/// Of a neuron a few points, so that it can be seen, if the page is wide enough.
double width_of(std::int64_t neurons) {
  return std::clamp(5.0 * static_cast<double>(neurons), 100.0, 420.0);
}

}  // namespace

Drawing attribution_chart(const at::Tensor& map, const std::string& name) {
  const at::Tensor all = map.to(at::kDouble).flip(0).contiguous();  // column 0 stands below
  const std::vector<double> values(all.data_ptr<double>(), all.data_ptr<double>() + all.numel());
  const Extent extent = extent_of(values);
  const double height = std::clamp(8.0 * static_cast<double>(map.size(0)), 60.0, 240.0);
  const Panels panels(1, 1, width_of(map.size(1)), height);
  Drawing drawing = panels.drawing(22);
  const Box box = panels.box(0);
  drawing.shapes.emplace_back(heat_map(map, values, extent, box));
  // A neuron's number stands below its middle.
  Axes axes(drawing, box, {-0.5, static_cast<double>(map.size(1)) - 0.5},
            {-0.5, static_cast<double>(map.size(0)) - 0.5});
  axes.frame({name, "neuron", "column"});
  draw_number_bar(drawing, {40, panels.bottom() + 8}, "mean |value|", extent);
  return drawing;
}

}  // namespace facet
