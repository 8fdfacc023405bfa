#include "framework/run_folder/step_table.h"

#include <charconv>
#include <limits>
#include <sstream>

#include "facet/error.h"
#include "framework/files/files.h"

namespace facet {

namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char letter : line)
    if (letter == ',')
      cells.emplace_back();
    else
      cells.back() += letter;
  return cells;
}

double number_in(const std::string& cell, const std::string& place) {
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size())
    throw Error(place + "'" + cell + "' is no number");
  return value;
}

}  // namespace

const std::vector<double>* StepTable::find(const std::string& name) const {
  for (const auto& [own, values] : columns)
    if (own == name) return &values;
  return nullptr;
}

StepTable read_step_table(const std::string& path) {
  std::istringstream text(read_text(path));
  std::string line;
  std::getline(text, line);
  const std::vector<std::string> names = cells_of(line);
  if (names[0] != "step") throw Error(path + ":1: is no table of a run's steps");
  StepTable table;
  for (std::size_t i = 1; i < names.size(); ++i) table.columns.emplace_back(names[i], 0);
  for (std::size_t number = 2; std::getline(text, line); ++number) {
    const std::string place = path + ":" + std::to_string(number) + ": ";
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != names.size())
      throw Error(place + "has " + std::to_string(cells.size()) + " columns, the first line " +
                  std::to_string(names.size()));
    table.steps.push_back(number_in(cells[0], place));
    for (std::size_t i = 1; i < cells.size(); ++i)
      table.columns[i - 1].second.push_back(number_in(cells[i], place));
  }
  return table;
}

}  // namespace facet
