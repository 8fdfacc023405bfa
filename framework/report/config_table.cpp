#include "framework/report/config_table.h"

#include <algorithm>

namespace facet {

namespace {

bool is_list_of_tables(const Value& value) {
  return value.is_list() && !value.list().empty() && value.list()[0].is_table();
}

/// The row of the key, made where there is none.
std::vector<std::string>& row_of(TableRows& rows, const std::string& key) {
  const auto own =
      std::find_if(rows.begin() + 1, rows.end(), [&](const auto& row) { return row[0] == key; });
  if (own != rows.end()) return *own;
  rows.emplace_back(rows[0].size()).front() = key;
  return rows.back();
}

void put(TableRows& rows, std::size_t column, const std::string& key, const Value& value) {
  if (value.is_nothing()) return;
  if (value.is_table()) {
    for (const auto& [name, member] : value.table())
      put(rows, column, key.empty() ? name : key + "." + name, member);
  } else if (is_list_of_tables(value)) {
    for (std::size_t i = 0; i < value.list().size(); ++i)
      put(rows, column, key + "[" + std::to_string(i) + "]", value.list()[i]);
  } else {
    row_of(rows, key)[column] = value.to_string();
  }
}

}  // namespace

TableRows config_table(const std::vector<Table>& configs, const std::vector<std::string>& names) {
  TableRows rows = {{"key"}};
  rows[0].insert(rows[0].end(), names.begin(), names.end());
  for (std::size_t i = 0; i < configs.size(); ++i) put(rows, i + 1, "", configs[i]);
  return rows;
}

std::vector<std::size_t> differing_rows(const TableRows& rows) {
  std::vector<std::size_t> numbers;
  for (std::size_t row = 1; row < rows.size(); ++row)
    if (std::any_of(rows[row].begin() + 2, rows[row].end(),
                    [&](const std::string& text) { return text != rows[row][1]; }))
      numbers.push_back(row);
  return numbers;
}

}  // namespace facet
