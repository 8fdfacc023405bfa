#include "framework/figures/figure_tables.h"

#include <algorithm>
#include <map>

namespace facet {

namespace {

using Values = std::map<std::string, double>;

/// The path in three parts.
struct PathParts {
  FigurePath section, row, rest;
};

PathParts parts_of(const FigurePath& path) {
  const auto row = std::find_if_not(path.begin(), path.end(),
                                    [](const PathStep& step) { return step.is_name(); });
  const auto rest =
      std::find_if(row, path.end(), [](const PathStep& step) { return step.is_name(); });
  return {{path.begin(), row}, {row, rest}, {rest, path.end()}};
}

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " " + b;
}

std::string cell_of(const FigureColumn& column, const std::string& section, const std::string& row,
                    const Values& values) {
  const std::string& from = column.section.empty() ? section : column.section;
  for (const std::string& path : column.paths) {
    const auto found = values.find(joined(joined(from, row), path));
    if (found != values.end()) return column.text(found->second);
  }
  return "";
}

/// The row that `path` stands in: what it is of, and the columns.
std::vector<std::string> row_of(const FigurePath& path, const std::string& section,
                                const std::vector<FigureColumn>& columns, const Values& values) {
  std::vector<std::string> row;
  for (const PathStep& step : path) row.push_back(to_string(step));
  for (const FigureColumn& column : columns)
    row.push_back(cell_of(column, section, to_string(path), values));
  return row;
}

}  // namespace

std::string table_of_rows(const Figures& figures, const std::string& section,
                          const std::vector<FigureColumn>& columns) {
  Values values;
  for (const Figure& figure : figures) values.emplace(to_string(figure.path), figure.value);
  TableRows rows = {{}};
  std::string last;
  for (const Figure& figure : figures) {
    const PathParts parts = parts_of(figure.path);
    if (to_string(parts.section) != section || to_string(parts.row) == last) continue;
    last = to_string(parts.row);
    std::vector<std::string> row = row_of(parts.row, section, columns, values);
    const auto numbers = row.begin() + static_cast<std::ptrdiff_t>(parts.row.size());
    if (std::all_of(numbers, row.end(), [](const std::string& cell) { return cell.empty(); }))
      continue;
    if (rows[0].empty())
      for (const PathStep& step : parts.row) rows[0].push_back(step.name);
    rows.push_back(std::move(row));
  }
  if (rows.size() == 1) return "";
  const std::size_t num_text_columns = rows[0].size();
  for (const FigureColumn& column : columns) rows[0].push_back(column.heading);
  return text_table(rows, num_text_columns);
}

std::string table_of_matrix(const Figures& figures, const std::string& corner) {
  TableRows rows = {{corner}};
  for (const Figure& figure : figures) {
    const std::string row = to_string(figure.path[figure.path.size() - 2]);
    if (rows.size() == 1 || rows.back()[0] != row) rows.push_back({row});
    if (rows.size() == 2) rows[0].push_back(to_string(figure.path.back()));
    rows.back().push_back(four_digits(figure.value));
  }
  return text_table(rows, 1);
}

}  // namespace facet
