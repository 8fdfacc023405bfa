#include "framework/figures/summary.h"

#include <cmath>
#include <limits>
#include <map>

#include "framework/figures/text_table.h"

namespace facet {

std::size_t FigureSummary::count() const {
  std::size_t present = 0;
  for (const auto& value : values) present += value.has_value();
  return present;
}

double FigureSummary::mean() const {
  double sum = 0;
  for (const auto& value : values) sum += value.value_or(0);
  return sum / static_cast<double>(count());
}

double FigureSummary::deviation() const {
  if (count() < 2) return 0;
  const double centre = mean();
  double squares = 0;
  for (const auto& value : values)
    if (value) squares += (*value - centre) * (*value - centre);
  return std::sqrt(squares / static_cast<double>(count() - 1));
}

std::vector<FigureSummary> summarize(const std::vector<Figures>& judgements) {
  std::map<std::string, std::size_t> places;
  std::vector<FigureSummary> summaries;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    for (const Figure& figure : judgements[i]) {
      const auto [place, is_new] = places.emplace(to_string(figure.path), summaries.size());
      if (is_new)
        summaries.push_back(
            {figure.path, figure.unit, std::vector<std::optional<double>>(judgements.size())});
      summaries[place->second].values[i] = figure.value;
    }
  }
  return summaries;
}

Figures means(const std::vector<FigureSummary>& summaries) {
  Figures figures;
  for (const FigureSummary& summary : summaries)
    figures.push_back({summary.path, summary.mean(), summary.unit});
  return figures;
}

Figures to_figures(const std::vector<FigureSummary>& summaries, const FigurePath& judgements) {
  constexpr double gap = std::numeric_limits<double>::quiet_NaN();
  Figures figures;
  for (const FigureSummary& summary : summaries) {
    Figures own = {{{"mean"}, summary.mean(), summary.unit},
                   {{"standard_deviation"}, summary.deviation(), summary.unit}};
    for (std::size_t i = 0; i < summary.values.size(); ++i)
      own.push_back({{"values", judgements.at(i)}, summary.values[i].value_or(gap), summary.unit});
    append(figures, under(summary.path, std::move(own)));
  }
  return figures;
}

std::string to_table(const std::vector<FigureSummary>& summaries) {
  TableRows rows = {{"figure", "      mean", " deviation"}};  // wide enough to stand apart
  for (const FigureSummary& summary : summaries) {
    rows.push_back(
        {to_string(summary.path), four_digits(summary.mean()), four_digits(summary.deviation())});
    if (summary.count() < summary.values.size())
      rows.back().push_back("of " + std::to_string(summary.count()));
  }
  return text_table(rows, 1);
}

}  // namespace facet
