#include "framework/attribution/attribution_table.h"

#include <algorithm>

#include "framework/figures/figure_tables.h"

namespace facet {

namespace {

/// Two columns for each facet of a map: the neuron and its value.
std::string ranking_table(const Figures& of_map, const std::string& map, std::int64_t top) {
  TableRows rows = {{map}};
  for (const std::string& facet : steps_at(of_map, 1)) {
    const Figures ranking = within(of_map, map + " " + facet + " ranking");
    const std::size_t num_ranks = std::min(ranking.size(), static_cast<std::size_t>(top));
    rows.resize(std::max(rows.size(), num_ranks + 1));
    rows[0].insert(rows[0].end(), {facet, "mean"});
    for (std::size_t i = 0; i < num_ranks; ++i) {
      std::vector<std::string>& row = rows[i + 1];
      if (row.empty()) row = {std::to_string(i + 1)};
      const PathStep& neuron = ranking[i].path[3];
      row.insert(row.end(), {to_string(neuron), four_digits(ranking[i].value)});
    }
  }
  return text_table(rows, 1);
}

}  // namespace

std::string attribution_table(const Figures& figures, std::int64_t top) {
  std::string text = table_of_rows(
      figures, "",
      {{"auROC", {"auroc"}}, {"gap (mean)", {"gaps mean"}}, {"gap (min-max)", {"gaps minmax"}}});
  for (const std::string& map : steps_at(figures, 0))
    text += (text.empty() ? "" : "\n") + ranking_table(within(figures, map), map, top);
  return text;
}

}  // namespace facet
