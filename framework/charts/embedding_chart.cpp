#include "framework/charts/embedding_chart.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "facet/error.h"
#include "framework/charts/label_colours.h"
#include "framework/charts/panels.h"
#include "framework/charts/principal_axes.h"

namespace facet {

namespace {

constexpr double side = 150;          // of a panel, in points
constexpr std::int64_t pixels = 600;  // of its image
constexpr double dot_radius = 2.6;    // radius in pixels
constexpr double azimuth = std::numbers::pi / 5, elevation = std::numbers::pi / 7;

/// From the image's left, from its top, and how near to who looks.
struct Seen {
  double x, y, depth;
};

Seen seen(const double* along) {
  const double turned = std::cos(azimuth) * along[0] + std::sin(azimuth) * along[1];
  const double away = -std::sin(azimuth) * along[0] + std::cos(azimuth) * along[1];
  return {turned, -(std::cos(elevation) * along[2] + std::sin(elevation) * away),
          std::sin(elevation) * along[2] - std::cos(elevation) * away};
}

/// So that the farthest one is at 1.
std::vector<Seen> seen_points(const at::Tensor& rows) {
  at::Tensor along = along_principal_axes(rows).contiguous();
  const double farthest = along.square().sum(1).max().sqrt().item<double>();
  if (farthest > 0) along = along / farthest;
  std::vector<Seen> points;
  for (std::int64_t i = 0; i < along.size(0); ++i)
    points.push_back(seen(along.data_ptr<double>() + 3 * i));
  return points;
}

void put_dot(Image& image, double x, double y, const Colour& colour) {
  const auto first = [](double place) {
    return static_cast<std::int64_t>(std::ceil(place - dot_radius));
  };
  for (std::int64_t row = first(y); row <= y + dot_radius; ++row)
    for (std::int64_t column = first(x); column <= x + dot_radius; ++column) {
      const double right = static_cast<double>(column) - x, down = static_cast<double>(row) - y;
      if (right * right + down * down > dot_radius * dot_radius) continue;
      std::ranges::copy(pixel_of(colour), image.pixels.begin() + 4 * (row * pixels + column));
    }
}

/// What is nearer hides what is behind it; what has no colour is behind all.
Image cloud(const std::vector<Seen>& points, const std::vector<Ink>& colours, const Box& box) {
  Image image{{box.left, box.top}, box.width, box.height, pixels, pixels};
  image.pixels.assign(4 * pixels * pixels, 0);
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, {}, [&](std::size_t i) { return std::pair(colours[i].has_value(), points[i].depth); });
  const double half = pixels / 2.0, scale = half - dot_radius - 1;
  for (const std::size_t i : order)
    put_dot(image, half + scale * points[i].x, half + scale * points[i].y,
            colours[i].value_or(missing_colour));
  return image;
}

/// From the left lower corner, where the axes point to.
void draw_axes(Drawing& drawing, const Box& box) {
  const Point corner{box.left - 8, box.top + box.height - 4};
  for (int axis = 0; axis < 3; ++axis) {
    double along[3] = {0, 0, 0};
    along[axis] = 1;
    const Seen end = seen(along);
    drawing.shapes.emplace_back(
        Line{{corner, {corner.x + 16 * end.x, corner.y + 16 * end.y}}, {}, 0.5});
    drawing.shapes.emplace_back(Text{{corner.x + 21 * end.x, corner.y + 21 * end.y + 2},
                                     std::to_string(axis + 1),
                                     6,
                                     Anchor::middle});
  }
}

}  // namespace

Drawing embedding_chart(const at::Tensor& embedding, const std::vector<FeatureRange>& facets,
                        const Label& label) {
  const at::Tensor rows = embedding.isfinite().all(1).nonzero().squeeze(1);
  const LabelColours colours(label, rows);
  if (std::ranges::none_of(colours.of_rows(), &Ink::has_value))
    throw Error("in no bin both the embedding and '" + label.name + "' are known");
  const Panels panels(facets.size(), 3, side, side);
  Drawing drawing = panels.drawing(22);
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const at::Tensor own =
        embedding.narrow(1, facets[i].begin, facets[i].size()).index_select(0, rows);
    const Box box = panels.box(i);
    drawing.shapes.emplace_back(cloud(seen_points(own), colours.of_rows(), box));
    Axes(drawing, box, {}, {}).texts({"columns " + to_string(facets[i]), "", ""});
    draw_axes(drawing, box);
  }
  colours.draw_key(drawing, {40, panels.bottom() + 8});
  return drawing;
}

}  // namespace facet
