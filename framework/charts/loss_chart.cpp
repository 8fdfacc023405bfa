#include "framework/charts/loss_chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "framework/charts/panels.h"

namespace facet {

namespace {

constexpr std::size_t most_stretches = 300;  // of a line: more than the dots of a panel

/// `objective0.loss`: the loss of `objective0`; `total`: of the run.
struct Source {
  std::string objective, quantity;
};

Source source_of(const std::string& column) {
  const std::size_t dot = column.find('.');
  if (dot == std::string::npos) return {"", column};
  return {column.substr(0, dot), column.substr(dot + 1)};
}

struct Series {
  std::vector<double> x, y;
};

/// The smallest and the largest of each stretch, in their order.
Series thinned(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() <= 2 * most_stretches) return {x, y};
  Series thin;
  for (std::size_t stretch = 0; stretch < most_stretches; ++stretch) {
    const std::size_t begin = stretch * x.size() / most_stretches;
    const std::size_t end = (stretch + 1) * x.size() / most_stretches;
    const auto [low, high] = std::minmax_element(y.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 y.begin() + static_cast<std::ptrdiff_t>(end));
    for (const auto place : {std::min(low, high), std::max(low, high)}) {
      thin.x.push_back(x[static_cast<std::size_t>(place - y.begin())]);
      thin.y.push_back(*place);
    }
  }
  return thin;
}

/// The colours of objectives, in the order in which they are met.
class Objectives {
 public:
  Colour colour_of(const std::string& objective) {
    if (objective.empty()) return {0.4, 0.4, 0.4};
    const auto found = std::ranges::find(names_, objective);
    const auto number = static_cast<std::size_t>(found - names_.begin());
    if (found == names_.end()) names_.push_back(objective);
    return class_colour(number);
  }

  void draw_key_below(Drawing& drawing, double top, bool held_out) const {
    std::vector<std::string> texts;
    std::vector<Colour> colours;
    for (const std::string& name : names_) {
      texts.push_back(name);
      colours.push_back(class_colour(colours.size()));
    }
    Point place{40, top + 8};
    if (held_out) place.x = draw_name(drawing, place, "dots: held out") + 10;
    draw_key(drawing, place, texts, colours);
  }

 private:
  std::vector<std::string> names_;
};

std::string spaced(std::string text) {
  std::ranges::replace(text, '_', ' ');
  return text;
}

/// The columns of one quantity, in the order in which quantities first come.
std::vector<std::vector<std::string>> by_quantity(const StepTable& table) {
  std::vector<std::vector<std::string>> groups;
  std::map<std::string, std::size_t> known;
  for (const auto& [name, values] : table.columns) {
    const auto [place, is_new] = known.emplace(source_of(name).quantity, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(name);
  }
  return groups;
}

Extent values_of(const std::vector<std::string>& names, const StepTable& training,
                 const StepTable& validation) {
  std::vector<double> all;
  for (const StepTable* table : {&training, &validation})
    for (const std::string& name : names)
      if (const std::vector<double>* values = table->find(name))
        all.insert(all.end(), values->begin(), values->end());
  return extent_of(all, 0.05);
}

}  // namespace

Drawing loss_chart(const StepTable& training, const StepTable& validation) {
  const auto groups = by_quantity(training);
  const Panels panels(groups.size(), 3, 120, 80);
  Drawing drawing = panels.drawing(18);
  Objectives objectives;
  const Extent steps = extent_of(training.steps);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Axes axes(drawing, panels.box(i), steps, values_of(groups[i], training, validation));
    axes.frame({spaced(source_of(groups[i][0]).quantity), "step", ""});
    for (const std::string& name : groups[i]) {
      const Colour colour = objectives.colour_of(source_of(name).objective);
      const Series line = thinned(training.steps, *training.find(name));
      axes.line(line.x, line.y, colour);
      if (const std::vector<double>* held_out = validation.find(name))
        axes.dots(validation.steps, *held_out, colour);
    }
  }
  objectives.draw_key_below(drawing, panels.bottom(), !validation.steps.empty());
  return drawing;
}

}  // namespace facet
