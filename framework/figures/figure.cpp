#include "framework/figures/figure.h"

#include <algorithm>
#include <iterator>

namespace facet {

std::string to_string(const PathStep& step) {
  if (const auto* text = std::get_if<std::string>(&step.of)) return *text;
  if (const auto* range = std::get_if<FeatureRange>(&step.of)) return to_string(*range);
  if (const auto* number = std::get_if<std::int64_t>(&step.of)) return std::to_string(*number);
  return step.name;
}

std::string to_string(const FigurePath& path) {
  std::string line;
  for (const PathStep& step : path) {
    if (!line.empty()) line += ' ';
    if (std::holds_alternative<std::int64_t>(step.of)) line += step.name + ' ';
    line += to_string(step);
  }
  return line;
}

Figures under(const FigurePath& path, Figures figures) {
  for (Figure& figure : figures) figure.path.insert(figure.path.begin(), path.begin(), path.end());
  return figures;
}

void append(Figures& figures, Figures more) {
  figures.insert(figures.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

std::optional<double> find_value(const Figures& figures, const std::string& path) {
  for (const Figure& figure : figures)
    if (to_string(figure.path) == path) return figure.value;
  return std::nullopt;
}

Figures within(const Figures& figures, const std::string& path) {
  Figures found;
  for (const Figure& figure : figures)
    if (to_string(figure.path).starts_with(path + " ")) found.push_back(figure);
  return found;
}

std::vector<std::string> steps_at(const Figures& figures, std::size_t number) {
  std::vector<std::string> steps;
  for (const Figure& figure : figures) {
    if (number >= figure.path.size()) continue;
    const std::string step = to_string(figure.path[number]);
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
  }
  return steps;
}

}  // namespace facet
