#include "framework/charts/decoding_chart.h"

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "framework/charts/panels.h"

namespace facet {

namespace {

constexpr const char* decoder = "knn-validated";

/// A bar: what is decoded from a facet of something.
struct Bar {
  std::string source, facet;
  const FigureSummary* figure;
};

struct LabelBars {
  std::string label, measure;
  std::vector<Bar> bars;
};

bool is_shown(const FigurePath& path) {
  const std::size_t count = path.size();
  return count > 4 && to_string(path[count - 2]) == decoder &&
         (path.back().name == "r2" || path.back().name == "accuracy");
}

std::vector<LabelBars> bars_of(const std::vector<FigureSummary>& summaries) {
  std::vector<LabelBars> found;
  for (const FigureSummary& summary : summaries) {
    const FigurePath& path = summary.path;
    if (!is_shown(path)) continue;
    const std::string label = to_string(path[path.size() - 3]);
    auto own = std::ranges::find(found, label, &LabelBars::label);
    if (own == found.end()) own = found.insert(own, {label, path.back().name, {}});
    const std::string source = path[0].name == "baselines" ? path[1].name : "embedding";
    own->bars.push_back({source, to_string(path[path.size() - 4]), &summary});
  }
  return found;
}

/// In the order in which they first come.
std::vector<std::string> each(const std::vector<Bar>& bars, std::string Bar::*member) {
  std::vector<std::string> names;
  for (const Bar& bar : bars)
    if (std::ranges::find(names, bar.*member) == names.end()) names.push_back(bar.*member);
  return names;
}

Colour source_colour(std::size_t number) {
  return number == 0 ? class_colour(0)
                     : perceived_colour(0.5 + 0.17 * static_cast<double>(number), 0, 0);
}

/// From 0 to the largest value; down to -1 at most, since R2 has no lower end.
Extent values_of(const std::vector<Bar>& bars) {
  std::vector<double> all = {0, 1};
  for (const Bar& bar : bars) all.push_back(std::clamp(bar.figure->mean(), -1.0, 1.0));
  return extent_of(all);
}

void draw_bar(Drawing& drawing, const Axes& axes, double left, double right, const Extent& y,
              const FigureSummary& figure, const Colour& colour) {
  const auto place = [&](double x, double value) {
    return axes.at(x, std::clamp(value, y.low, y.high));
  };
  const double mean = figure.mean(), middle = (left + right) / 2;
  if (!std::isfinite(mean)) return;
  drawing.shapes.emplace_back(
      Area{{place(left, 0), place(left, mean), place(right, mean), place(right, 0)}, colour});
  if (figure.count() < 2) return;
  drawing.shapes.emplace_back(
      Line{{place(middle, mean - figure.deviation()), place(middle, mean + figure.deviation())}});
  for (const std::optional<double>& value : figure.values)
    if (value && std::isfinite(*value)) drawing.shapes.emplace_back(Dot{place(middle, *value), 1});
}

void draw_label(Drawing& drawing, const LabelBars& own, const Box& box) {
  const std::vector<std::string> sources = each(own.bars, &Bar::source);
  const std::vector<std::string> facets = each(own.bars, &Bar::facet);
  const Extent y = values_of(own.bars), x{0, static_cast<double>(facets.size())};
  Axes axes(drawing, box, x, y);
  const double width = 0.8 / static_cast<double>(sources.size());
  for (const Bar& bar : own.bars) {
    const auto group = std::ranges::find(facets, bar.facet) - facets.begin();
    const auto source = std::ranges::find(sources, bar.source) - sources.begin();
    const double left = static_cast<double>(group) + 0.1 + static_cast<double>(source) * width;
    draw_bar(drawing, axes, left, left + width * 0.92, y, *bar.figure,
             source_colour(static_cast<std::size_t>(source)));
  }
  axes.vertical_frame({own.label, "columns", own.measure == "r2" ? "R\u00b2" : own.measure});
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const Point below = axes.at(static_cast<double>(i) + 0.5, y.low);
    drawing.shapes.emplace_back(Text{{below.x, below.y + 9}, facets[i], 6, Anchor::middle});
  }
}

}  // namespace

Drawing decoding_chart(const std::vector<FigureSummary>& summaries) {
  const std::vector<LabelBars> labels = bars_of(summaries);
  if (labels.empty()) throw Error("there is no label that was decoded");
  const Panels panels(labels.size(), 3, 130, 90);
  Drawing drawing = panels.drawing(18);
  for (std::size_t i = 0; i < labels.size(); ++i) draw_label(drawing, labels[i], panels.box(i));
  const std::vector<std::string> sources = each(labels[0].bars, &Bar::source);
  std::vector<Colour> colours;
  for (std::size_t i = 0; i < sources.size(); ++i) colours.push_back(source_colour(i));
  draw_key(drawing, {40, panels.bottom() + 8}, sources, colours);
  return drawing;
}

}  // namespace facet
