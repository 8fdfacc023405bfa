#include "framework/charts/consistency_chart.h"

#include <algorithm>

#include "facet/error.h"
#include "framework/charts/panels.h"
#include "framework/figures/text_table.h"

namespace facet {

namespace {

constexpr std::size_t most_with_numbers = 8;  // in a row, so that they can be read

/// The figures of one facet, row by row.
struct Matrix {
  std::string facet;
  std::vector<std::string> names;
  std::vector<double> values;
};

std::vector<Matrix> matrices_in(const Figures& figures) {
  std::vector<Matrix> found;
  for (const Figure& figure : figures) {
    if (figure.path.size() != 5 || figure.path[2].name != "consistency") continue;
    const std::string facet = to_string(figure.path[1]), from = to_string(figure.path[3]);
    if (found.empty() || found.back().facet != facet) found.push_back({facet, {}, {}});
    std::vector<std::string>& names = found.back().names;
    if (std::ranges::find(names, from) == names.end()) names.push_back(from);
    found.back().values.push_back(figure.value);
  }
  return found;
}

std::vector<Point> corners_of(const Box& box) {
  const double right = box.left + box.width, bottom = box.top + box.height;
  return {{box.left, box.top}, {right, box.top}, {right, bottom}, {box.left, bottom}};
}

void draw_matrix(Drawing& drawing, const Matrix& matrix, const Box& box) {
  const std::size_t count = matrix.names.size();
  const double side = box.width / static_cast<double>(count);
  for (std::size_t i = 0; i < matrix.values.size(); ++i) {
    const Point corner{box.left + static_cast<double>(i % count) * side,
                       box.top + static_cast<double>(i / count) * side};
    const double value = matrix.values[i];
    drawing.shapes.emplace_back(
        Area{corners_of({corner.x, corner.y, side, side}), ramp_colour(value)});
    if (count > most_with_numbers) continue;
    // A plate below the number, since no ink reads on all colours.
    const Box plate{corner.x + side / 2 - 9, corner.y + side / 2 - 5, 18, 10};
    drawing.shapes.emplace_back(Area{corners_of(plate), Colour{1, 1, 1}, 0.75});
    drawing.shapes.emplace_back(Text{
        {corner.x + side / 2, corner.y + side / 2 + 2.3}, digits(value, 2), 6.5, Anchor::middle});
  }
  for (std::size_t i = 0; i < count; ++i) {
    const double middle = (static_cast<double>(i) + 0.5) * side;
    const std::string number = std::to_string(i + 1);
    drawing.shapes.emplace_back(
        Text{{box.left + middle, box.top + box.height + 8}, number, 6, Anchor::middle});
    drawing.shapes.emplace_back(Text{{box.left - 4, box.top + middle + 2}, number, 6, Anchor::end});
  }
}

}  // namespace

Drawing consistency_chart(const Figures& comparison) {
  const std::vector<Matrix> matrices = matrices_in(comparison);
  if (matrices.empty()) throw Error("there is no consistency to be drawn");
  const std::vector<std::string>& names = matrices[0].names;
  const Panels panels(matrices.size(), 3, 100, 100);
  Drawing drawing = panels.drawing(12 + 9 * static_cast<double>(names.size()));
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    const Box box = panels.box(i);
    Axes(drawing, box, {}, {}).texts({"columns " + matrices[i].facet, "to", "from"});
    draw_matrix(drawing, matrices[i], box);
  }
  double line = panels.bottom() + 8;
  for (std::size_t i = 0; i < names.size(); ++i, line += 9)
    draw_name(drawing, {40, line}, std::to_string(i + 1) + "  " + names[i]);
  return drawing;
}

}  // namespace facet
